import { expect, test } from 'vitest';
import { applyScaling, fitScaling, invertScaling } from '../../src/datasets/scaling.ts';

// Two columns; row 3 is held out and far away in both.
const values = Float64Array.of(1, 10, 2, 10, 3, 10, 100, -5);
const train = Int32Array.of(0, 1, 2);

test('minMax maps the training rows to [0, 1], and others by the same map', () => {
  const scaling = fitScaling('minMax', values, 2, train);
  // First column: 1, 2, 3 → 0, ½, 1 and 100 → 99/2. Second: constant, shifted to 0 and not divided; −5 → −15.
  expect([...applyScaling(scaling, values)]).toEqual([0, 0, 0.5, 0, 1, 0, 49.5, -15]);
});

test('standardize gives the training rows mean 0 and standard deviation 1 (divided by n)', () => {
  const scaling = fitScaling('standardize', values, 2, train);
  // Mean 2, variance ((−1)² + 0² + 1²)/3 = 2/3.
  const z = Math.sqrt(3 / 2);
  const scaled = applyScaling(scaling, values);
  [-z, 0, 0, 0, z, 0, 98 * z, -15].forEach((value, i) => expect(scaled[i]).toBeCloseTo(value, 12));
});

test('none leaves everything as it is', () => {
  expect(applyScaling(fitScaling('none', values, 2, train), values)).toEqual(values);
});

test('the inverse leads back', () => {
  for (const name of ['none', 'minMax', 'standardize'] as const) {
    const scaling = fitScaling(name, values, 2, train);
    const back = invertScaling(scaling, applyScaling(scaling, values));
    back.forEach((value, i) => expect(value).toBeCloseTo(values[i]!, 12));
  }
});

test('a column of equal numbers is shifted to 0 exactly, though their mean may be off by a rounding error', () => {
  // 0.1 + 0.1 + … ten times is not 1 in floating point.
  const equal = new Float64Array(10).fill(0.1);
  const rows = Int32Array.from({ length: 10 }, (_, i) => i);
  for (const name of ['minMax', 'standardize'] as const) expect([...applyScaling(fitScaling(name, equal, 1, rows), equal)]).toEqual(new Array(10).fill(0));
});

test('pictures stay in 32 bits', () => {
  const pictures = Float32Array.of(0, 1, 0.5, 0.25);
  expect(applyScaling({ shift: [0.5, 0], scale: [2, 1] }, pictures)).toEqual(Float32Array.of(-0.25, 1, 0, 0.25));
});
