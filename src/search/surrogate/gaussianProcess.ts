/**
 * Regression with a Gaussian process (Rasmussen & Williams 2006, algorithm 2.1). Prior: mean 0, variance 1.
 * The same bits everywhere: exp and log are the kernel's, and ml-matrix's Cholesky decomposition and its solution are
 * loops of + − × ÷ √, which IEEE 754 defines to the last bit.
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Libm } from '../../kernel/libm.ts';
import type { Covariance } from './covariance.ts';

export interface ProcessOptions {
  covariance: Covariance;
  /** One per coordinate, above 0: the distance over which values are much alike. */
  lengthScales: readonly number[];
  /** Variance of the noise of each observation, above 0. */
  noise: number;
}

export interface Prediction {
  mean: number;
  /** Standard deviation of the function itself, without the noise of an observation. */
  deviation: number;
}

export interface GaussianProcess {
  predict(points: readonly (readonly number[])[]): Prediction[];
  /** log p(y), the logarithm of the marginal likelihood. */
  logLikelihood: number;
}

/** `x`: [observations][coordinates]; `y`: one value each. Undefined if the covariance is not positive definite to rounding. */
export function gaussianProcess(
  x: readonly (readonly number[])[],
  y: readonly number[],
  { covariance, lengthScales, noise }: ProcessOptions,
  libm: Libm,
): GaussianProcess | undefined {
  const between = (a: readonly number[], b: readonly number[]) => COVARIANCE[covariance](scaledSquare(a, b, lengthScales), libm);
  const matrix = new Matrix(x.map((a, i) => x.map((b, j) => between(a, b) + (i === j ? noise : 0))));
  const cholesky = new CholeskyDecomposition(matrix);
  if (!cholesky.isPositiveDefinite()) return undefined;
  const weights = cholesky.solve(Matrix.columnVector([...y])).to1DArray();
  const lower = cholesky.lowerTriangularMatrix;
  const fit = dot(y, weights);
  const halfLogDeterminant = x.reduce((sum, _, i) => sum + libm.log(lower.get(i, i)), 0);
  return {
    logLikelihood: -0.5 * fit - halfLogDeterminant - (x.length / 2) * LOG_TWO_PI,
    predict(points) {
      if (points.length === 0) return [];
      const cross = new Matrix(x.map((a) => points.map((b) => between(a, b))));
      const solved = cholesky.solve(cross);
      return points.map((_, column) => {
        const known = cross.getColumn(column);
        const variance = 1 - dot(known, solved.getColumn(column));
        return { mean: dot(known, weights), deviation: Math.sqrt(Math.max(variance, 0)) };
      });
    },
  };
}

/**
 * The process whose length scales and noise make the observations most likely, of a small grid: first one scale for all
 * coordinates with each noise, then, one coordinate after another, its own scale.
 */
export function fitGaussianProcess(x: readonly (readonly number[])[], y: readonly number[], covariance: Covariance, libm: Libm): GaussianProcess {
  const coordinates = x[0]!.length;
  let best: { options: ProcessOptions; process: GaussianProcess } | undefined;
  const consider = (options: ProcessOptions) => {
    const process = gaussianProcess(x, y, options, libm);
    if (process && (!best || process.logLikelihood > best.process.logLikelihood)) best = { options, process };
  };
  for (const noise of NOISES) for (const scale of SCALES) consider({ covariance, noise, lengthScales: new Array<number>(coordinates).fill(scale) });
  if (!best) throw new Error('No covariance matrix of these observations is positive definite.');
  for (let own = 0; coordinates > 1 && own < coordinates; own++) {
    const { noise, lengthScales } = best.options;
    for (const scale of SCALES) consider({ covariance, noise, lengthScales: lengthScales.with(own, scale) });
  }
  return best.process;
}

/** For coordinates in [0, 1] and observations of variance 1. */
const SCALES = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2];
const NOISES = [1e-6, 1e-4, 1e-2, 1e-1];
const LOG_TWO_PI = 1.8378770664093453;
const ROOT_FIVE = Math.sqrt(5);

/** Of the squared distance, in length scales (Rasmussen & Williams 2006, eqs. 4.9 and 4.17). */
const COVARIANCE: Record<Covariance, (square: number, libm: Libm) => number> = {
  squaredExponential: (square, { exp }) => exp(-0.5 * square),
  matern52(square, { exp }) {
    const distance = ROOT_FIVE * Math.sqrt(square);
    return (1 + distance + (5 / 3) * square) * exp(-distance);
  },
};

function scaledSquare(a: readonly number[], b: readonly number[], scales: readonly number[]): number {
  return a.reduce((sum, value, i) => {
    const difference = (value - b[i]!) / scales[i]!;
    return sum + difference * difference;
  }, 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
