/** Ranges of what is not a hyperparameter of a catalog entry. */
import type { Range } from '../../schema/range.ts';

export const LIMITS = {
  share: { min: 0, max: 1, exclusiveMax: true },
  /** Examples held out, as a number of them. */
  held: { min: 2, max: 1_000_000, integer: true },
  hiddenLayers: { min: 0, max: 32, integer: true },
  pretrainedLayers: { min: 1, max: 32, integer: true },
  frozenLayers: { min: 0, max: 32, integer: true },
  unlabelled: { min: 0, max: 1_000_000, integer: true },
  units: { min: 1, max: 4096, integer: true },
  batchSize: { min: 1, max: 1_000_000, integer: true },
  epochs: { min: 1, max: 100_000, integer: true },
  updates: { min: 1, max: 100_000_000, integer: true },
  examples: { min: 1, max: 10_000_000_000, integer: true },
  /** What fits a 32-bit float, in which networks compute. */
  float32: { min: -3.4e38, max: 3.4e38 },
  inlineExamples: { min: 1, max: 100_000, integer: true },
  classes: { min: 0, max: 999, integer: true },
  /** Standard deviation of Gaussian noise. */
  noise: { min: 0, max: 100 },
  /** Strength of a penalty. */
  penalty: { min: 0, max: 1000 },
  clip: { min: 0, max: 1e9, exclusiveMin: true },
  patience: { min: 1, max: 100_000, integer: true },
  minDelta: { min: 0, max: 1e9 },
} satisfies Record<string, Range>;

/** A history of more points than this is refused. */
export const MOST_POINTS = 20_000;

/** Parameters of more moments than this are not kept. */
export const MOST_CHECKPOINTS = 200;

/** More runs than this in one experiment are refused. */
export const MOST_RUNS = 2000;
