/**
 * Eckerle4 (NIST Statistical Reference Datasets): transmittance of a filter by wavelength, 35
 * measurements of one narrow peak; and the fit that NIST certifies for it.
 */
import type { Kernel } from '../../../kernel/kernel.ts';
import { libm } from '../../../kernel/libm.ts';
import type { Dataset } from '../../dataset.ts';
import { transmittance, wavelength } from './eckerle4.data.ts';

export const eckerle4: Dataset = {
  name: 'eckerle4',
  title: 'Eckerle4',
  summary: 'Transmittance of an interference filter by wavelength: 35 measurements of one narrow peak (NIST).',
  task: 'regression',
  options: {},
  references: ['nist_eckerle4'],
  featureNames: ['wavelength (nm)'],
  labelName: 'transmittance',
  real: true,
  shape: () => ({ task: 'regression', examples: wavelength.length, features: 1, classes: 0, labels: 1 }),
  create: () => ({ ...eckerle4.shape({}), x: Float64Array.from(wavelength), y: Float64Array.from(transmittance) }),
  reference: { label: 'NIST’s certified fit', at: certifiedModel },
};

/** NIST's certified nonlinear least-squares fit of y = (b₁/b₂)·exp(−½((x − b₃)/b₂)²). */
export const certifiedFit = {
  b1: 1.5543827178,
  b2: 4.0888321754,
  b3: 451.54121844,
  /** Residual sum of squares over the 35 measurements. */
  residualSumOfSquares: 1.4635887487e-3,
  /** Residual standard deviation, with 32 degrees of freedom. */
  residualStandardDeviation: 6.7629245447e-3,
} as const;

/** Transmittance at `x` nanometres by the certified fit. */
export function certifiedModel(x: number, kernel: Kernel): number {
  const { b1, b2, b3 } = certifiedFit;
  const z = (x - b3) / b2;
  return (b1 / b2) * libm(kernel).exp(-0.5 * z * z);
}
