/** The work that the bench times. One row is one workload; everything else follows from it. */
import { circles } from '../../datasets/kinds/circles.ts';
import type { Examples } from '../../datasets/dataset.ts';
import { digits } from '../../datasets/kinds/digits/digits.ts';
import type { LayerParameters, NetworkPlan, RunPlan, SplitData } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';
import { activations, initializers, losses, optimizers } from '../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../nn/entry.ts';

export interface Workload {
  /** Layer sizes from features to classes, which also name it. */
  sizes: number[];
  batchSize: number;
  /** By name, with its defaults. */
  optimizer: string;
  /** The data set of the chapters that has as many features: time depends on how many of them are zero. */
  data: keyof typeof DATA;
  /** How many times faster than another contender `fused` is meant to be. */
  targets: Record<string, number>;
  /** Share of the machine's limit that `fused` is meant to reach, every weight counted. */
  limitShare?: number;
}

/** 1,280 digits: whole batches of every size here. */
const DATA = {
  circles: { dataset: circles, options: { examples: 2500, noise: 0.1, factor: 0.5 } },
  digits: { dataset: digits, options: { examples: 1280 } },
};

const SEED = 1;

export const workloads: readonly Workload[] = [
  { sizes: [2, 16, 16, 2], batchSize: 50, optimizer: 'adam', data: 'circles', targets: { 'tfjs-wasm': 60, pytorch: 20 }, limitShare: 0.55 },
  { sizes: [784, 15, 25, 50, 75, 100, 150, 10], batchSize: 2, optimizer: 'sgd', data: 'digits', targets: { 'tfjs-wasm': 20, pytorch: 3 } },
  { sizes: [784, 128, 10], batchSize: 128, optimizer: 'adam', data: 'digits', targets: { 'tfjs-wasm': 5, pytorch: 1 }, limitShare: 0.7 },
  { sizes: [784, 256, 256, 10], batchSize: 128, optimizer: 'adam', data: 'digits', targets: { 'tfjs-wasm': 8, pytorch: 0.7 }, limitShare: 0.7 },
];

export function workloadName({ sizes, batchSize, optimizer }: Workload): string {
  return `${sizes.join('-')}, batch ${batchSize}, ${optimizer}`;
}

/**
 * Floating-point operations of one update, a multiply-add as two: per weight and example one multiply-add
 * forward, one for the weight's gradient and, but in the first layer, one for the gradient passed back.
 * `features`: how many the first layer multiplies by; defaults to all.
 */
export function flopsPerUpdate({ sizes, batchSize }: Workload, features = sizes[0]!): number {
  const inputs = [features, ...sizes.slice(1)];
  const weights = sizes.slice(1).map((units, layer) => units * inputs[layer]!);
  return 2 * batchSize * weights.reduce((sum, count, layer) => sum + count * (layer === 0 ? 2 : 3), 0);
}

/** The plan every engine is given: relu, softmax, categorical cross-entropy, Glorot uniform, shuffled batches. */
export function workloadPlan({ sizes, batchSize, optimizer, data }: Workload, kernel: Kernel): RunPlan {
  const mark = kernel.mark();
  const stream = openStream(kernel, SEED, 'initializer');
  const initializer = findEntry('initializer', initializers, 'glorotUniform');
  const parameters = sizes.slice(1).map((units, layer): LayerParameters => {
    const inputs = sizes[layer]!;
    const weights = new Float32Array(inputs * units);
    initializer.fill(weights, inputs, units, withDefaults(initializer), stream);
    return { kernel: weights, bias: new Float32Array(units) };
  });
  kernel.release(mark);
  const network: NetworkPlan = {
    inputs: sizes[0]!,
    layers: sizes.slice(1).map((units, layer) => ({
      units,
      activation: withDefaults(findEntry('activation', activations, layer === sizes.length - 2 ? 'softmax' : 'relu')),
    })),
    loss: withDefaults(findEntry('loss', losses, 'categoricalCrossentropy')),
  };
  return {
    network,
    training: { optimizer: withDefaults(findEntry('optimizer', optimizers, optimizer)), batchSize, shuffle: true },
    parameters,
    data: { train: examplesOf(data, kernel) },
    seed: SEED,
  };
}

function examplesOf(name: keyof typeof DATA, kernel: Kernel): SplitData {
  const { dataset, options } = DATA[name];
  const defaults = Object.fromEntries(Object.entries(dataset.options).map(([key, option]) => [key, option.default]));
  const { examples, x, y, classes } = dataset.create({ ...defaults, ...options }, kernel, SEED);
  return { examples, x: Float32Array.from(x), y: oneHot(y, classes) };
}

function oneHot(labels: Examples['y'], classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => void (rows[row * classes + label] = 1));
  return rows;
}
