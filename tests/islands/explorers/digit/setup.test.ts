import { expect, test } from 'vitest';
import { drawLine, enlarge, inkOf, PEN, SHEET } from '../../../../src/islands/explorers/digit/ink.ts';
import { readSetup, simplify, START, writeSetup } from '../../../../src/islands/explorers/digit/setup.ts';

const read = (value: string, ink?: string) => readSetup(value, new Map(ink === undefined ? [] : [['ink', ink]]));

test('a drawing comes back from its link, to whole units', () => {
  const setup = {
    chosen: 17,
    strokes: [
      [
        [0, 111],
        [35.4, 36],
      ],
      [[5, 6]],
    ] as const,
  };
  const { value, entries } = writeSetup(setup);
  expect({ value, entries }).toEqual({ value: '17', entries: { ink: '0033' + '0z10' + '.0506' } });
  expect(read(value, entries['ink'])).toEqual({
    setup: {
      chosen: 17,
      strokes: [
        [
          [0, 111],
          [35, 36],
        ],
        [[5, 6]],
      ],
    },
    refused: [],
  });
  expect(START.strokes[0]!.length).toBeGreaterThan(10);
});

test('what is no digit, and what is no stroke, is refused in words', () => {
  expect(read('501').refused[0]).toContain('a whole number from 1 to 500');
  // 3c is 120, beyond the sheet.
  expect(read('own', '003c.0506')).toMatchObject({
    setup: { chosen: undefined, strokes: [[[5, 6]]] },
    refused: [expect.stringContaining('A stroke of the link')],
  });
  expect(read('own', '00').refused).toHaveLength(1);
});

test('points on a straight line are left out, corners are kept', () => {
  const corner = [...Array.from({ length: 11 }, (_, x) => [x, 0] as const), ...Array.from({ length: 10 }, (_, y) => [10, y + 1] as const)];
  expect(simplify(corner)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
  ]);
  expect(simplify([[1, 1]])).toEqual([[1, 1]]);
});

test('a point is a disc, a line has its width everywhere, and ink is not added twice', () => {
  const ink = inkOf([[[50.5, 50.5]]]);
  expect([ink[50 * SHEET + 50], ink[50 * SHEET + 50 + 6]]).toEqual([1, 0]);
  // The area of the disc, but for what edges round.
  expect(ink.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.PI * PEN ** 2, 0);
  const before = Float32Array.from(ink);
  drawLine(ink, [50.5, 50.5], [50.5, 50.5]);
  expect(ink).toEqual(before);
  const line = inkOf([
    [
      [20.5, 30.5],
      [80.5, 30.5],
    ],
  ]);
  const across = (column: number) => Array.from({ length: SHEET }, (_, row) => line[row * SHEET + column]!).reduce((sum, value) => sum + value, 0);
  expect(across(30)).toBeCloseTo(2 * PEN, 6);
  expect(across(70)).toBe(across(30));
});

test('ink lies on what was there, which stays as it was', () => {
  const under = enlarge(Array.from({ length: 28 * 28 }, (_, pixel) => Number(pixel === 29)));
  expect(under.reduce((sum, value) => sum + value, 0)).toBe(16);
  const both = inkOf([[[60, 60]]], under);
  expect([both[4 * SHEET + 4], both[60 * SHEET + 60]]).toEqual([1, 1]);
  expect(under[60 * SHEET + 60]).toBe(0);
});
