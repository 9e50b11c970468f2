import { expect, test } from 'vitest';
import { boxOf, BOX, centreOf, FIELD, MIDDLE, normalize } from '../../../../src/islands/explorers/digit/normalize.ts';
import { enlarge, SHEET } from '../../../../src/islands/explorers/digit/ink.ts';
import { mnistSource } from '../../../../src/cli/mnist/places.ts';
import { mnist } from '../../../../src/datasets/kinds/mnist/mnist.ts';
import { numbersOf } from '../../../../src/datasets/dataset.ts';

/** A sheet of `side` units with full ink where `isInk` says. */
function sheet(side: number, isInk: (row: number, column: number) => boolean): number[] {
  return Array.from({ length: side * side }, (_, place) => Number(isInk(Math.floor(place / side), place % side)));
}

const at = (picture: Float32Array, row: number, column: number) => picture[row * FIELD + column]!;

test('an empty sheet has no picture', () => {
  expect(normalize(new Float32Array(100), 10)).toBeUndefined();
});

test('the box holds all ink', () => {
  expect(
    boxOf(
      sheet(10, (row, column) => (row === 2 && column === 3) || (row === 7 && column === 4)),
      10,
    ),
  ).toEqual({ left: 3, top: 2, width: 2, height: 6 });
});

test('a bar of 4 × 40 units becomes one of 2 × 20 pixels whose middle lies between two pixels', () => {
  const { picture, scale, mass, moved } = normalize(
    sheet(60, (row, column) => row >= 10 && row < 50 && column >= 30 && column < 34),
    60,
  )!;
  expect(scale).toBe(0.5);
  // Columns 0 and 1, rows 0 to 19 of the box.
  expect(mass).toEqual({ x: 0.5, y: 9.5 });
  // round(14 − 0.5) = 14, round(14 − 9.5) = 5.
  expect(moved).toEqual({ x: 14, y: 5 });
  expect(picture.reduce((sum, value) => sum + value, 0)).toBe(40);
  expect([at(picture, 5, 14), at(picture, 24, 15), at(picture, 5, 16), at(picture, 4, 14), at(picture, 25, 14)]).toEqual([1, 1, 0, 0, 0]);
});

test('shades are means over areas, also where pixels and units do not fit together', () => {
  // 3 × 30 units, scaled by 2/3: a pixel is 1.5 × 1.5 units. Columns 0 and 1 are full.
  const full = normalize(
    sheet(40, (row, column) => row < 30 && column < 3),
    40,
  )!;
  expect([at(full.picture, full.moved.y, full.moved.x), at(full.picture, full.moved.y, full.moved.x + 1)]).toEqual([1, 1]);
  // 4 units wide: the third pixel reaches from 3 to 4.5 units, of which one of 1.5 has ink.
  const partly = normalize(
    sheet(40, (row, column) => row < 30 && column < 4),
    40,
  )!;
  expect(at(partly.picture, partly.moved.y, partly.moved.x + 2)).toBeCloseTo(2 / 3, 6);
});

test('the centre of mass comes to pixel 14 of both axes, to half a pixel', () => {
  // An L: its mass is low and on the left.
  const { picture } = normalize(
    sheet(SHEET, (row, column) => row >= 20 && row < 80 && column >= 40 && (column < 50 || row >= 70) && column < 75),
    SHEET,
  )!;
  const { x, y } = centreOf(picture, FIELD);
  expect(Math.abs(x - MIDDLE)).toBeLessThanOrEqual(0.5);
  expect(Math.abs(y - MIDDLE)).toBeLessThanOrEqual(0.5);
});

test('where a drawing stands on the sheet, and how large it is, makes no difference', () => {
  const drawn = (left: number, top: number, size: number) =>
    normalize(
      sheet(SHEET, (row, column) => row >= top && row < top + 20 * size && column >= left && column < left + (row < top + 4 * size ? 12 : 4) * size),
      SHEET,
    )!.picture;
  expect(drawn(50, 3, 2)).toEqual(drawn(10, 30, 2));
  expect(drawn(5, 9, 4)).toEqual(drawn(10, 30, 2));
});

test('pictures of MNIST, enlarged, come out as they are: the same box, the same middle', async (context) => {
  const loaded = await mnist.load!({ examples: 10, testExamples: 50 }, mnistSource()).catch(() => undefined);
  if (!loaded) return context.skip();
  const x = numbersOf(loaded.x);
  let same = 0;
  for (let row = 10; row < 60; row++) {
    const original = x.subarray(row * 784, (row + 1) * 784);
    const again = normalize(enlarge(original), SHEET)!;
    const off = again.picture.reduce((most, value, pixel) => Math.max(most, Math.abs(value - original[pixel]!)), 0);
    if (off < 1e-6) same++;
  }
  expect(BOX).toBe(20);
  // A centre that lies between two pixels may be rounded the other way.
  expect(same).toBeGreaterThanOrEqual(48);
});
