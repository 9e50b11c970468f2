/** What a run gives, as types. */
import type { FaultKind } from '../../faults/fault.ts';
import type { EngineName, LayerParameters, Split } from '../../engines/engine.ts';
import type { CalibrationBin } from '../measure/calibration.ts';
import type { Fit } from '../measure/fit.ts';
import type { Checkpoint } from '../probes/probe.ts';
import type { Mistakes } from '../measure/mistakes.ts';
import type { ProbeReading } from '../probes/reading.ts';

/**
 * History of one run, columnar. Point 0 is before training; then one point per epoch (or every so many updates, where
 * the experiment asks for that), and one at the end if that falls in between.
 */
export interface History {
  /** Updates done at each point. */
  step: Float64Array;
  /** Passes over the training split done at each point; fractional at the end of a budget that is not whole epochs. */
  epoch: Float64Array;
  columns: { split: Split; metric: string; values: Float64Array }[];
}

/** A run that watched for its best epoch. */
export interface EarlyStop {
  /** Whether it stopped before its budget was spent. */
  stopped: boolean;
  /** Epochs done. */
  epoch: number;
  best: { epoch: number; step: number; value: number };
  /** Whether the final parameters, and with them all that is said of the end of the run, are those of the best epoch. */
  restored: boolean;
  explanation: string;
}

/** How a run ended. */
export type Ending =
  | { state: 'finished'; earlyStopping?: EarlyStop }
  | { state: 'diverged'; step: number; explanation: string }
  | { state: 'cancelled' }
  | ({ state: 'failed' } & Failure);

/** Why a run could not be done. */
export interface Failure {
  message: string;
  missing?: MissingData;
  /** One of loading, of memory, or of a worker that died. */
  fault?: FaultKind;
}

/** A data set whose files are not at hand, and one that can stand in for it. Names. */
export interface MissingData {
  dataset: string;
  offer: string;
}

/** How well one hidden layer could be pre-trained: mean squared error of the reconstruction, before and after; of another task, its loss. */
export interface PretrainedLayer {
  /** From 1; of another task, the last layer that is taken over. */
  layer: number;
  updates: number;
  before: number;
  after: number;
  /** Where a figure asks for it: a few pictures, and what comes back from this layer; a hexadecimal digit for the shade of each pixel. */
  pictures?: { width: number; given: string[]; back: string[] };
}

export interface RunResult {
  arm: string;
  seed: number;
  engine: EngineName;
  ending: Ending;
  history: History;
  /** SHA-256 over history and final parameters, first 16 hex digits: two runs with the same digest are the same bit for bit. */
  digest: string;
  /** Time spent in updates alone, and with evaluations, milliseconds. */
  trainingTime: number;
  totalTime: number;
  parameters?: LayerParameters[];
  /** For one-feature regression. */
  fit?: Fit;
  /** At the end: examples of each class (rows) by predicted class (columns). */
  confusion?: Partial<Record<Split, number[][]>>;
  /** At the end, of the split farthest from training: pictures taken for another class. */
  mistakes?: Mistakes;
  /** At the end: predictions by their probability, where the outputs are probabilities. */
  reliability?: Partial<Record<Split, CalibrationBin[]>>;
  /** What the examples were, where that depends on what was at hand. */
  data?: string;
  pretraining?: PretrainedLayer[];
  checkpoints?: Checkpoint[];
  probes?: ProbeReading[];
  /** Where a verdict asks for it: the training loss of the best constant prediction. */
  chance?: number;
  /** Where a verdict asks for it: the share of all final weights, without biases, whose size is below each threshold. */
  small?: { threshold: number; share: number }[];
}
