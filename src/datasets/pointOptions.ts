/** Options that many of the generated data sets share. */
import type { DatasetOption } from './dataset.ts';

/** How many examples are made. */
export function examplesOption(preset: number, max = 100_000): DatasetOption {
  return { kind: 'number', description: 'number of examples', default: preset, min: 10, max, integer: true, scale: 'log' };
}

/** Gaussian noise on each feature: the classes stay what they were before it. */
export function featureNoiseOption(preset: number): DatasetOption {
  return { kind: 'number', description: 'standard deviation of the Gaussian noise on each feature', default: preset, min: 0, max: 2 };
}

/** Gaussian noise on the number to predict. */
export function labelNoiseOption(preset: number): DatasetOption {
  return { kind: 'number', description: 'standard deviation of the Gaussian noise on the label', default: preset, min: 0, max: 2 };
}
