import { expect, test } from 'vitest';
import { roughness } from '../../../src/experiments/measure/roughness.ts';

const of = (...values: number[]) => roughness(Float64Array.from(values));

test('a curve that never turns back has none, however steep or uneven', () => {
  expect(of(8, 4, 2, 1)).toBe(0);
  expect(of(0, 0, 0.5, 9)).toBe(0);
  expect(of(3, 3, 3)).toBe(0);
  expect(of(3)).toBe(0);
  expect(of()).toBe(0);
});

test('of a curve that falls on the whole it is the sum of its rises, for each step', () => {
  // Rises of 1 and 2 in 5 steps.
  expect(of(10, 6, 7, 3, 5, 1)).toBe(3 / 5);
});

test('the same backwards, upside down and shifted; in proportion to the height', () => {
  const curve = [10, 6, 7, 3, 5, 1];
  expect(of(...[...curve].reverse())).toBe(3 / 5);
  expect(of(...curve.map((value) => 100 - value))).toBe(3 / 5);
  expect(of(...curve.map((value) => 4 * value))).toBe(12 / 5);
});

test('back and forth by one unit about a level: half a unit for each step', () => {
  // 2m steps of ±1 that end where they began: they travel 2m, and m of that is the way back.
  expect(of(0, 1, 0, 1, 0, 1, 0)).toBe(1 / 2);
});

test('of a slope s with a jitter ±a from step to step: (2a − s)/2 where the jitter is the stronger, else nothing', () => {
  // Steps are in turn −s + 2a and −s − 2a. Over an even number of them, half rise by 2a − s.
  const jitter = (slope: number, a: number) => of(...Array.from({ length: 9 }, (_, i) => -slope * i + (i % 2 === 0 ? -a : a)));
  expect(jitter(0.5, 1)).toBeCloseTo((2 - 0.5) / 2, 12);
  expect(jitter(4, 1)).toBeCloseTo(0, 12);
});
