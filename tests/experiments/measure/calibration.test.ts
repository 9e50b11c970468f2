import { expect, test } from 'vitest';
import { addBins, BINS, calibrationBins, calibrationError, emptyBins } from '../../../src/experiments/measure/calibration.ts';
import { logLoss } from '../../../src/statistics/logLoss.ts';

test('bins by the probability of the class predicted, and their error, by hand', () => {
  // Probabilities 0.75 (right), 0.75 (wrong) and 1 (right): bin 7 has a mean of 0.75 and half right, bin 9 is exact.
  const outputs = Float32Array.of(0.75, 0.25, 0, 0.25, 0.75, 0, 0, 0, 1);
  const labels = Float32Array.of(1, 0, 0, 1, 0, 0, 0, 0, 1);
  const bins = calibrationBins(outputs, labels, 3);
  expect(bins).toHaveLength(BINS);
  expect(bins[7]).toEqual([2, 1.5, 1]);
  expect(bins[9]).toEqual([1, 1, 1]);
  expect(bins.flatMap(([predictions], index) => (predictions > 0 ? [index] : []))).toEqual([7, 9]);
  // |0.75 − 0.5| of two of three predictions.
  expect(calibrationError(bins)).toBeCloseTo((2 / 3) * 0.25, 15);
});

test('of a single output, the class predicted is 1 above one half, and its probability at least one half', () => {
  const bins = calibrationBins(Float32Array.of(0.25, 0.875, 0.875), Float32Array.of(0, 0, 1), 3);
  expect(bins[7]).toEqual([1, 0.75, 1]);
  expect(bins[8]).toEqual([2, 1.75, 1]);
  expect(calibrationError(bins)).toBeCloseTo((0.25 + 0.75) / 3, 15);
});

test('who is always sure and always right is calibrated; who is always sure and always wrong is off by 1', () => {
  const sure = Float32Array.of(1, 0, 0, 1);
  expect(calibrationError(calibrationBins(sure, Float32Array.of(1, 0, 0, 1), 2))).toBe(0);
  expect(calibrationError(calibrationBins(sure, Float32Array.of(0, 1, 1, 0), 2))).toBe(1);
});

test('bins of several runs add up', () => {
  const one = emptyBins().map((_, index) => [index, index / 2, 1] as [number, number, number]);
  expect(addBins(one, one)[4]).toEqual([8, 4, 2]);
  expect(addBins(one, emptyBins())).toEqual(one);
});

test('log loss, as in the documentation of scikit-learn', () => {
  // log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) gives 0.21616…
  const outputs = Float32Array.of(0.1, 0.9, 0.9, 0.1, 0.8, 0.2, 0.35, 0.65);
  const labels = Float32Array.of(0, 1, 1, 0, 1, 0, 0, 1);
  expect(logLoss(outputs, labels, 4, Math.log)).toBeCloseTo(0.21616187468057912, 7);
  // The same from the second column alone.
  const single = Float32Array.of(0.9, 0.1, 0.2, 0.65);
  expect(logLoss(single, Float32Array.of(1, 0, 0, 1), 4, Math.log)).toBeCloseTo(0.21616187468057912, 7);
  expect(logLoss(Float32Array.of(0, 1), Float32Array.of(1, 0), 1, Math.log)).toBeCloseTo(126 * Math.log(2), 10);
});
