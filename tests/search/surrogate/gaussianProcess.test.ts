import { beforeAll, expect, it } from 'vitest';
import { libm, type Libm } from '../../../src/kernel/libm.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { fitGaussianProcess, gaussianProcess } from '../../../src/search/surrogate/gaussianProcess.ts';

let functions: Libm;
beforeAll(async () => {
  functions = libm(await loadKernel());
});

it('has the posterior of two points that can be had by hand', () => {
  // K = [[1 + s, k], [k, 1 + s]] with k = e^(−1/2); seen from the middle, both are at c = e^(−1/8). By symmetry, in the middle
  // K⁻¹(c, c) = c/(1 + s + k)·(1, 1): mean c(a + b)/(1 + s + k), variance 1 − 2c²/(1 + s + k).
  const [a, b, s] = [0.7, -0.2, 0.3];
  const [k, c] = [Math.exp(-1 / 2), Math.exp(-1 / 8)];
  const process = gaussianProcess([[0], [1]], [a, b], { covariance: 'squaredExponential', lengthScales: [1], noise: s }, functions)!;
  const [middle, atFirst, far] = process.predict([[0.5], [0], [50]]);
  expect(middle!.mean).toBeCloseTo((c * (a + b)) / (1 + s + k), 13);
  expect(middle!.deviation).toBeCloseTo(Math.sqrt(1 - (2 * c * c) / (1 + s + k)), 13);
  // At the first point the weights are K⁻¹(1, k), K⁻¹ = [[1 + s, −k], [−k, 1 + s]]/((1 + s)² − k²).
  const determinant = (1 + s) * (1 + s) - k * k;
  const weights = [(1 + s - k * k) / determinant, (-k + (1 + s) * k) / determinant];
  expect(atFirst!.mean).toBeCloseTo(weights[0]! * a + weights[1]! * b, 13);
  expect(atFirst!.deviation).toBeCloseTo(Math.sqrt(1 - weights[0]! - weights[1]! * k), 13);
  // Far away there is the prior.
  expect(far!.mean).toBeCloseTo(0, 12);
  expect(far!.deviation).toBeCloseTo(1, 12);
  // log N(y; 0, K) = −½ yᵀK⁻¹y − ½ log|K| − log 2π.
  const square = ((1 + s) * (a * a + b * b) - 2 * k * a * b) / determinant;
  expect(process.logLikelihood).toBeCloseTo(-0.5 * square - 0.5 * Math.log(determinant) - Math.log(2 * Math.PI), 12);
});

it('has Matérn’s covariance, in length scales', () => {
  // One observation 1 with noise s: mean k(d)/(1 + s), with k(d) = (1 + √5 d + 5d²/3)e^(−√5 d).
  const d = Math.hypot(0.3 / 0.5, 0.4 / 2);
  const k = (1 + Math.sqrt(5) * d + (5 * d * d) / 3) * Math.exp(-Math.sqrt(5) * d);
  const process = gaussianProcess([[0, 0]], [1], { covariance: 'matern52', lengthScales: [0.5, 2], noise: 0.1 }, functions)!;
  expect(process.predict([[0.3, -0.4]])[0]!.mean).toBeCloseTo(k / 1.1, 13);
});

it('goes through its points where there is no noise, and says so where two equal points leave no matrix to invert', () => {
  const x = [[0], [0.3], [1]];
  const process = gaussianProcess(x, [1, -1, 0.5], { covariance: 'matern52', lengthScales: [0.5], noise: 1e-12 }, functions)!;
  process.predict(x).forEach(({ mean }, i) => expect(mean).toBeCloseTo([1, -1, 0.5][i]!, 9));
  expect(gaussianProcess([[0], [0]], [1, 2], { covariance: 'matern52', lengthScales: [1], noise: 0 }, functions)).toBeUndefined();
});

it('fits long scales to what is flat and short ones to what moves', () => {
  // Only the first coordinate matters: along the second the prediction stays; along the first it falls from sin 1.75 = 0.98 to sin 5.25 = −0.86.
  const x = Array.from({ length: 25 }, (_, i) => [(i % 5) / 4, Math.floor(i / 5) / 4]);
  const y = x.map(([a]) => Math.sin(7 * a!));
  const [at, moved, away] = fitGaussianProcess(x, y, 'matern52', functions).predict([
    [0.25, 0.1],
    [0.25, 0.9],
    [0.75, 0.1],
  ]);
  expect(Math.abs(at!.mean - moved!.mean)).toBeLessThan(0.02);
  expect(at!.mean - away!.mean).toBeCloseTo(Math.sin(1.75) - Math.sin(5.25), 1);
});
