/** Covariances of the Gaussian process, by name: how alike values are at a distance (gaussianProcess.ts). */
export const COVARIANCES = ['matern52', 'squaredExponential'] as const;
export type Covariance = (typeof COVARIANCES)[number];
