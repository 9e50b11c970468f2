/** The conformance table: what is trained in every engine. A new entry of the catalog adds a row here. */
import type { LayerParameters, NetworkPlan, RunPlan, SplitData } from '../../src/engines/engine.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { openStream } from '../../src/kernel/random.ts';
import { activations, losses, optimizers, type Optimizer } from '../../src/nn/catalog.ts';
import { findEntry, withDefaults } from '../../src/nn/entry.ts';

/** Activations of hidden layers. */
export const hiddenActivations = ['linear', 'sigmoid', 'tanh', 'relu'];

/** Losses with the output activations that they go with, and the labels that those can reach. */
export const heads: { loss: string; output: string; labels: 'real' | 'positive' | 'bits' | 'oneHot' }[] = [
  { loss: 'meanSquaredError', output: 'linear', labels: 'real' },
  { loss: 'meanSquaredError', output: 'tanh', labels: 'real' },
  { loss: 'meanSquaredError', output: 'relu', labels: 'positive' },
  { loss: 'meanSquaredError', output: 'sigmoid', labels: 'bits' },
  { loss: 'meanSquaredError', output: 'softmax', labels: 'oneHot' },
  { loss: 'binaryCrossentropy', output: 'sigmoid', labels: 'bits' },
  { loss: 'categoricalCrossentropy', output: 'softmax', labels: 'oneHot' },
];

/** Optimizers with settings that tell conventions apart: a large ε shows where it is added. */
export const optimizerCases: Optimizer[] = [
  optimizer('sgd', { learningRate: 0.1 }),
  optimizer('sgd', { learningRate: 0.05, momentum: 0.9 }),
  optimizer('sgd', { learningRate: 0.05, momentum: 0.9, nesterov: true }),
  optimizer('adagrad', { learningRate: 0.05 }),
  optimizer('adagrad', { learningRate: 0.05, initialAccumulator: 0, epsilon: 0.01 }),
  optimizer('rmsprop', { learningRate: 0.01, epsilon: 1e-4 }),
  optimizer('rmsprop', { learningRate: 0.01, rho: 0.5, epsilon: 0.01 }),
  optimizer('adam', { learningRate: 0.01, epsilon: 1e-3 }),
  optimizer('adam', { learningRate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 0.1 }),
];

export interface PlanOptions {
  seed?: number;
  examples?: number;
  inputs?: number;
  hidden?: string;
  units?: number[];
  outputs?: number;
  head?: (typeof heads)[number];
  optimizer?: Optimizer;
  batchSize?: number;
  shuffle?: boolean;
}

/** A small plan; whatever is not given is small, deterministic and of no importance. */
export function makePlan(kernel: Kernel, options: PlanOptions = {}): RunPlan {
  const { seed = 1, examples = 11, inputs = 3, hidden = 'tanh', units = [5], outputs = 2, head = heads[0]!, batchSize = 4, shuffle = false } = options;
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'data');
  const sizes = [...units, outputs];
  const network: NetworkPlan = {
    inputs,
    layers: sizes.map((count, layer) => ({
      units: count,
      activation: withDefaults(findEntry('activation', activations, layer === sizes.length - 1 ? head.output : hidden)),
    })),
    loss: withDefaults(findEntry('loss', losses, head.loss)),
  };
  const parameters = sizes.map((count, layer): LayerParameters => ({
    kernel: Float32Array.from({ length: count * (sizes[layer - 1] ?? inputs) }, () => stream.uniform() * 1.6 - 0.8),
    bias: Float32Array.from({ length: count }, () => stream.uniform() * 0.6 - 0.3),
  }));
  const split = (rows: number): SplitData => ({
    examples: rows,
    x: Float32Array.from({ length: rows * inputs }, () => stream.uniform() * 2 - 1),
    y: Float32Array.from(Array.from({ length: rows }, () => labels[head.labels](outputs, () => stream.uniform())).flat()),
  });
  const data = { train: split(examples), validation: split(7) };
  kernel.release(mark);
  return { network, training: { optimizer: options.optimizer ?? optimizer('sgd', { learningRate: 0.1 }), batchSize, shuffle }, parameters, data, seed };
}

export function optimizer(name: string, given: Record<string, number | boolean> = {}): Optimizer {
  return withDefaults(findEntry('optimizer', optimizers, name), given);
}

const labels: Record<(typeof heads)[number]['labels'], (outputs: number, uniform: () => number) => number[]> = {
  real: (outputs, uniform) => Array.from({ length: outputs }, () => uniform() * 1.6 - 0.8),
  positive: (outputs, uniform) => Array.from({ length: outputs }, () => uniform() + 0.5),
  bits: (outputs, uniform) => Array.from({ length: outputs }, () => (uniform() < 0.5 ? 0 : 1)),
  oneHot(outputs, uniform) {
    const right = Math.floor(uniform() * outputs);
    return Array.from({ length: outputs }, (_, k) => (k === right ? 1 : 0));
  },
};
