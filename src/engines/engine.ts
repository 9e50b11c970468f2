/**
 * What an engine is: something that takes a fully explicit plan of one run (numbers in, no
 * defaults left open) and trains it. Two engines implement this interface, `fused` and `tfjs`;
 * given the same plan they visit the same batches in the same order from the same parameters.
 */
import type { Activation, Loss, Optimizer } from '../nn/catalog.ts';

/** One dense layer and its activation. The last layer of a plan is the output layer. */
export interface LayerPlan {
  /** Number of units, at least 1. */
  units: number;
  activation: Activation;
}

export interface NetworkPlan {
  /** Number of features, at least 1. */
  inputs: number;
  layers: LayerPlan[];
  loss: Loss;
}

/** Parameters of one layer. `kernel` is row-major, shape [inputs][units]; `bias` has shape [units]. */
export interface LayerParameters {
  kernel: Float32Array;
  bias: Float32Array;
}

/** One split of a data set, row-major: `x` is [examples][inputs], `y` is [examples][outputs] (one-hot for classes). */
export interface SplitData {
  examples: number;
  x: Float32Array;
  y: Float32Array;
}

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];
/** `train` is always there; an absent split was not asked for. */
export type Splits = { train: SplitData } & Partial<Record<Split, SplitData>>;

export interface TrainingPlan {
  optimizer: Optimizer;
  /** Examples per update; the last batch of an epoch may be smaller (it is kept, as in Keras). */
  batchSize: number;
  /** Whether the batch order is drawn anew each epoch. If false, examples are visited in stored order. */
  shuffle: boolean;
}

/** Everything that determines one run, bit for bit. */
export interface RunPlan {
  network: NetworkPlan;
  training: TrainingPlan;
  /** Initial parameters, one entry per layer. */
  parameters: LayerParameters[];
  data: Splits;
  /** Seed of the run; engines derive the streams they need from it (see kernel/random.ts). */
  seed: number;
}

/** Loss and metrics over a whole split, with the parameters as they are now. Keys: 'loss', 'accuracy', 'mae', … */
export type Evaluation = Record<string, number>;

/** One network being trained. Not shared, not re-entrant: await each call before the next. */
export interface Trainer {
  /** Updates done so far. */
  readonly step: number;
  /** The update at which the batch loss or a parameter was first seen to be non-finite, if any. */
  readonly divergedAt: number | undefined;
  /** Do up to `updates` further updates; stops early on divergence. */
  train(updates: number): Promise<void>;
  evaluate(split: Split): Promise<Evaluation>;
  /** Network outputs for `examples` rows of features; result is [examples][outputs]. */
  predict(x: Float32Array, examples: number): Promise<Float32Array>;
  /** A copy of the current parameters. */
  parameters(): Promise<LayerParameters[]>;
  dispose(): void;
}

export const ENGINE_NAMES = ['fused', 'tfjs-wasm', 'tfjs-webgl', 'tfjs-cpu'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface Engine {
  readonly name: EngineName;
  create(plan: RunPlan): Promise<Trainer>;
}

/** Updates in one epoch: the last, smaller batch counts as one. */
export function updatesPerEpoch(examples: number, batchSize: number): number {
  return Math.ceil(examples / batchSize);
}
