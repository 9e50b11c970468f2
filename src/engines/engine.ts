/**
 * What an engine is: something that takes a fully explicit plan of one run (numbers in, no
 * defaults left open) and trains it. Two engines implement this interface, `fused` and `tfjs`;
 * given the same plan they visit the same batches in the same order from the same parameters.
 */
import { decodeRows, type CodedRows } from '../kernel/coded.ts';
import type { Activation, Constraint, Loss, Optimizer } from '../nn/catalog.ts';
import type { MomentumWarmUp } from '../nn/optimizers/momentumWarmUp.ts';

/** A penalty λ₁ Σ|w| + λ₂ Σw². Both are ≥ 0. */
export interface Penalty {
  l1: number;
  l2: number;
}

/** Normalization of a hidden layer, before or after its activation. */
export interface NormalizationPlan {
  kind: 'batch' | 'layer';
  position: 'before' | 'after';
  /** Share of the running statistics kept at each update, in [0, 1); batch normalization only. */
  momentum: number;
  /** Added to the variance, > 0. */
  epsilon: number;
}

/**
 * One dense layer and what belongs to it, in this order: dense, normalization before, activation,
 * normalization after, activity penalty, Gaussian noise, dropout. The last layer of a plan is the
 * output layer: dense and activation only, with penalties and constraint on its parameters, and dropout between the two.
 */
export interface LayerPlan {
  /** Number of units, at least 1. */
  units: number;
  activation: Activation;
  normalization?: NormalizationPlan;
  kernelPenalty?: Penalty;
  biasPenalty?: Penalty;
  /** On the layer's outputs; divided by the rows of the batch. */
  activityPenalty?: Penalty;
  /** On the kernel, after each update. */
  constraint?: Constraint;
  /** Standard deviation of noise added to the outputs while training. */
  noise?: number;
  /** Share of outputs set to zero while training, in [0, 1); the rest is divided by 1 − share. */
  dropout?: number;
  /** The same of the sums before the activation; in the output layer alone, which has no other dropout. */
  sumDropout?: number;
  /** Learning rates of kernel and bias as multiples of the optimizer's, > 0; 1 where absent. With SGD and Adam alone. */
  kernelRate?: number;
  biasRate?: number;
  /** Whether its parameters stay as they are: no update, penalty, constraint or clipped norm counts them. */
  frozen?: true;
}

export interface NetworkPlan {
  /** Number of features, at least 1. */
  inputs: number;
  /** Noise and dropout on the features while training. */
  inputNoise?: number;
  inputDropout?: number;
  layers: LayerPlan[];
  loss: Loss;
}

/**
 * Parameters of one layer. `kernel` is row-major, shape [inputs][units]; all others have shape
 * [units]. A normalized layer has `gamma` and `beta`; a batch-normalized one also the running
 * statistics, which are not trained.
 */
export interface LayerParameters {
  kernel: Float32Array;
  bias: Float32Array;
  gamma?: Float32Array;
  beta?: Float32Array;
  movingMean?: Float32Array;
  movingVariance?: Float32Array;
}

/** Features of some examples, row-major [examples][inputs]: numbers, or codes for them. The two give the same bits. */
export type Features = Float32Array | CodedRows;

/** As numbers in any case. */
export function featureNumbers(x: Features): Float32Array {
  return x instanceof Float32Array ? x : decodeRows(x);
}

/** One split of a data set: `x` is [examples][inputs], `y` is [examples][outputs], row-major (one-hot for classes). */
export interface SplitData<X extends Features = Float32Array> {
  examples: number;
  x: X;
  y: Float32Array;
}

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];
/** `train` is always there; an absent split was not asked for. */
export type Splits<X extends Features = Float32Array> = { train: SplitData<X> } & Partial<Record<Split, SplitData<X>>>;

export interface TrainingPlan {
  optimizer: Optimizer;
  /** Momentum of SGD, which must be above 0, rises to its own over the first updates. */
  momentumWarmUp?: MomentumWarmUp;
  /** Examples per update; the last batch of an epoch may be smaller (it is kept, as in Keras). */
  batchSize: number;
  /** Whether the batch order is drawn anew each epoch. If false, examples are visited in stored order. */
  shuffle: boolean;
  /** Clip gradients: each entry, each variable's norm, or the norm of all; `limit` > 0. */
  clip?: { by: 'value' | 'norm' | 'globalNorm'; limit: number };
  /** Evaluate with an exponential moving average of the parameters; momentum in [0, 1). */
  averaging?: { momentum: number };
}

/** Everything that determines one run, bit for bit. */
export interface RunPlan<X extends Features = Float32Array> {
  network: NetworkPlan;
  training: TrainingPlan;
  /** Initial parameters, one entry per layer. */
  parameters: LayerParameters[];
  data: Splits<X>;
  /** Seed of the run; engines derive the streams they need from it (see kernel/random.ts). */
  seed: number;
}

/** Loss of the data alone, without penalties, and metrics over a whole split. Keys: 'loss', and 'accuracy' or 'mae' or both (see metric.ts). */
export type Evaluation = Record<string, number>;

/** One network being trained. Not shared, not re-entrant: await each call before the next. */
export interface Trainer {
  /** Updates done so far. */
  readonly step: number;
  /** The update at which the batch loss or a parameter was first seen to be non-finite, if any. */
  readonly divergedAt: number | undefined;
  /**
   * Do up to `updates` further updates; stops early on divergence. `rates` gives a learning rate for
   * each of them; without it the optimizer's own is used.
   */
  train(updates: number, rates?: Float64Array): Promise<void>;
  /** With the moving average of the parameters, if the plan asks for one. */
  evaluate(split: Split): Promise<Evaluation>;
  /** Network outputs for `examples` rows of features; result is [examples][outputs]. */
  predict(x: Features, examples: number): Promise<Float32Array>;
  /** A copy of the current parameters (of their moving average, if the plan asks for one). */
  parameters(): Promise<LayerParameters[]>;
  /** Put parameters in place of the current ones, and of their moving average; the optimizer's state stays. */
  setParameters(parameters: LayerParameters[]): Promise<void>;
  /**
   * Gradients of the loss alone (no penalties, dropout or noise; batch statistics of all rows) over the
   * given rows, at the current parameters and in their shape. Nothing is updated.
   */
  gradients(x: Float32Array, y: Float32Array, examples: number): Promise<LayerParameters[]>;
  /** Outputs of every layer's activation, one [examples][units] array per layer, as `predict` computes them. */
  activations(x: Features, examples: number): Promise<Float32Array[]>;
  /**
   * The same with the statistics of batches, `rows` examples at a time as they are stored (the last batch may be smaller), in place of
   * running ones: what training sees, without dropout and noise. Nothing is updated. At most a batch of training's size, or 64 rows.
   */
  batchActivations(x: Float32Array, examples: number, rows: number): Promise<Float32Array[]>;
  dispose(): void;
}

export const ENGINE_NAMES = ['fused', 'tfjs-wasm', 'tfjs-webgl', 'tfjs-cpu'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface Engine {
  readonly name: EngineName;
  create(plan: RunPlan<Features>): Promise<Trainer>;
}

/** Updates in one epoch: the last, smaller batch counts as one. */
export function updatesPerEpoch(examples: number, batchSize: number): number {
  return Math.ceil(examples / batchSize);
}
