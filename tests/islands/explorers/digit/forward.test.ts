import { expect, test } from 'vitest';
import { answer, pushes, weightsFrom, weightsOf, type Network } from '../../../../src/islands/explorers/digit/forward.ts';

/** Two pixels, two hidden units, two classes. Kernels are [inputs][units]. */
const network: Network = [
  { kernel: Float32Array.of(1, -2, 3, 4), bias: Float32Array.of(0.5, -1) },
  { kernel: Float32Array.of(1, 0, 2, -1), bias: Float32Array.of(0, 1) },
];

test('sums, activations and probabilities, by hand', () => {
  const { sums, activations, probabilities } = answer(network, [1, 0.25]);
  // 1·1 + 0.25·3 + 0.5 and 1·(−2) + 0.25·4 − 1
  expect(sums).toEqual([2.25, -2]);
  expect(activations).toEqual([2.25, 0]);
  // Scores 2.25 and 1.
  expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-1.25)), 12);
  expect(probabilities[0]! + probabilities[1]!).toBeCloseTo(1, 12);
});

test('what pixels add, with the bias, is the sum; weights into a unit and onward are columns and rows', () => {
  expect(pushes(network[0], 0, [1, 0.25])).toEqual([1, 0.75]);
  expect(weightsOf(network[0], 1)).toEqual([-2, 4]);
  expect(weightsFrom(network[1], 1)).toEqual([2, -1]);
});

test('large scores do not overflow', () => {
  const loud: Network = [network[0], { kernel: Float32Array.of(1000, 0, 0, 0), bias: Float32Array.of(0, 0) }];
  expect(answer(loud, [1, 0.25]).probabilities).toEqual([1, 0]);
});
