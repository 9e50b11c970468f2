/** What is trained in every engine: the tables' activations and optimizers, losses with outputs, and all that may stand beside them. */
import type { LayerParameters, LayerPlan, NetworkPlan, RunPlan, SplitData, TrainingPlan } from '../../src/engines/engine.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { openStream } from '../../src/kernel/random.ts';
import { activations, constraints, losses, optimizers, type Constraint, type Optimizer } from '../../src/nn/catalog.ts';
import { findEntry, withDefaults } from '../../src/nn/entry.ts';
import { labels } from './labels.ts';
import { activationRows } from './table/activations.ts';
import { optimizerRows, type Given } from './table/optimizers.ts';

/** Activations of hidden layers: all that can be trained, softmax too. */
export const hiddenActivations = activations.filter((entry) => !entry.forwardOnly).map((entry) => entry.name);

export interface Head {
  loss: string;
  given?: Given;
  output: string;
  labels: keyof typeof labels;
}

/** Losses with the output activations that they go with, and labels that those can reach. */
export const heads: Head[] = [
  ...Object.entries(activationRows).flatMap(([output, { labels }]): Head[] => (labels ? [{ loss: 'meanSquaredError', output, labels }] : [])),
  { loss: 'halfSquaredError', output: 'linear', labels: 'real' },
  { loss: 'halfSquaredError', given: { average: true }, output: 'linear', labels: 'real' },
  { loss: 'halfSquaredError', output: 'sigmoid', labels: 'bits' },
  { loss: 'halfSquaredError', given: { average: true }, output: 'softmax', labels: 'oneHot' },
  { loss: 'meanAbsoluteError', output: 'linear', labels: 'real' },
  { loss: 'meanAbsoluteError', output: 'sigmoid', labels: 'bits' },
  { loss: 'meanAbsoluteError', output: 'softmax', labels: 'oneHot' },
  { loss: 'huber', given: { delta: 0.25 }, output: 'linear', labels: 'real' },
  { loss: 'huber', output: 'tanh', labels: 'real' },
  { loss: 'huber', given: { delta: 0.5 }, output: 'softmax', labels: 'oneHot' },
  { loss: 'binaryCrossentropy', output: 'sigmoid', labels: 'bits' },
  { loss: 'binaryCrossentropy', given: { labelSmoothing: 0.2 }, output: 'sigmoid', labels: 'bits' },
  { loss: 'categoricalCrossentropy', output: 'softmax', labels: 'oneHot' },
  { loss: 'categoricalCrossentropy', given: { labelSmoothing: 0.2 }, output: 'softmax', labels: 'oneHot' },
  { loss: 'kullbackLeibler', output: 'softmax', labels: 'oneHot' },
  { loss: 'kullbackLeibler', output: 'softmax', labels: 'shares' },
  { loss: 'hinge', output: 'linear', labels: 'bits' },
  { loss: 'hinge', output: 'tanh', labels: 'bits' },
];

export const optimizerCases: Optimizer[] = Object.entries(optimizerRows).flatMap(([name, { cases }]) => cases.map((given) => optimizer(name, given)));

const normalization = { momentum: 0.75, epsilon: 1e-3 } as const;

/** All that may stand beside layers, losses and optimizers. */
export const techniques: { what: string; options: PlanOptions }[] = [
  ...(['batch', 'layer'] as const).flatMap((kind) =>
    (['before', 'after'] as const).flatMap((position) => [
      { what: `${kind} normalization ${position} tanh`, options: { layer: { normalization: { kind, position, ...normalization } }, units: [5, 3] } },
      {
        what: `${kind} normalization ${position} sigmoid`,
        options: { hidden: 'sigmoid', layer: { normalization: { kind, position, ...normalization } }, units: [6] },
      },
    ]),
  ),
  {
    what: 'batch normalization, batches down to one row',
    options: { examples: 9, layer: { normalization: { kind: 'batch', position: 'before', ...normalization } } },
  },
  { what: 'L1 on kernels', options: { layer: { kernelPenalty: { l1: 0.01, l2: 0 } } } },
  { what: 'L2 on kernels', options: { layer: { kernelPenalty: { l1: 0, l2: 0.01 } }, output: { kernelPenalty: { l1: 0, l2: 0.02 } } } },
  { what: 'L1 and L2 on kernels and biases', options: { layer: { kernelPenalty: { l1: 0.01, l2: 0.02 }, biasPenalty: { l1: 0.02, l2: 0.01 } } } },
  { what: 'activity L1', options: { layer: { activityPenalty: { l1: 0.02, l2: 0 } } } },
  { what: 'activity L1 of relu', options: { hidden: 'relu', layer: { activityPenalty: { l1: 0.02, l2: 0 } } } },
  { what: 'activity L1 and L2 of sigmoid', options: { hidden: 'sigmoid', units: [5, 3], layer: { activityPenalty: { l1: 0.02, l2: 0.05 } } } },
  {
    what: 'activity L2 after normalization',
    options: { layer: { normalization: { kind: 'layer', position: 'after', ...normalization }, activityPenalty: { l1: 0, l2: 0.05 } } },
  },
  {
    what: 'max norm',
    options: { layer: { constraint: constraint('maxNorm', { limit: 0.5 }) }, output: { constraint: constraint('maxNorm', { limit: 0.5 }) } },
  },
  { what: 'unit norm', options: { layer: { constraint: constraint('unitNorm') } } },
  { what: 'min–max norm', options: { layer: { constraint: constraint('minMaxNorm', { least: 0.75, greatest: 0.8, rate: 0.5 }) } } },
  { what: 'non-negative weights', options: { layer: { constraint: constraint('nonNegative') } } },
  { what: 'clipping by value', options: { training: { clip: { by: 'value', limit: 0.02 } } } },
  { what: 'clipping by norm', options: { training: { clip: { by: 'norm', limit: 0.02 } } } },
  { what: 'clipping by global norm', options: { units: [5, 3, 6], training: { clip: { by: 'globalNorm', limit: 0.05 } } } },
  { what: 'clipping where nothing is above', options: { training: { clip: { by: 'globalNorm', limit: 1000 } } } },
  { what: 'averaging', options: { training: { averaging: { momentum: 0.75 } } } },
  { what: 'averaging before a constraint', options: { training: { averaging: { momentum: 0.5 } }, layer: { constraint: constraint('unitNorm') } } },
  { what: 'learning rates of their own', options: { units: [6, 5], layer: { kernelRate: 0.25, biasRate: 3 }, output: { kernelRate: 0.125 } } },
  { what: 'dropout', options: { units: [6, 5], layer: { dropout: 0.4 } } },
  { what: 'dropout of features', options: { network: { inputDropout: 0.3 } } },
  { what: 'dropout of what output units sum', options: { output: { sumDropout: 0.4 } } },
  {
    what: 'dropout of logits, behind that of hidden layers',
    options: {
      units: [6],
      layer: { dropout: 0.2 },
      output: { sumDropout: 0.3 },
      outputs: 4,
      head: { loss: 'categoricalCrossentropy', output: 'softmax', labels: 'oneHot' },
    },
  },
  { what: 'noise', options: { units: [6, 5], layer: { noise: 0.2 } } },
  { what: 'noise on features', options: { network: { inputNoise: 0.3 } } },
  {
    what: 'noise, then dropout, everywhere',
    options: { units: [5, 3], network: { inputNoise: 0.1, inputDropout: 0.2 }, layer: { noise: 0.1, dropout: 0.25 } },
  },
  {
    what: 'all at once',
    options: {
      units: [5, 3],
      hidden: 'swish',
      network: { inputNoise: 0.1, inputDropout: 0.2 },
      layer: {
        normalization: { kind: 'batch', position: 'before', ...normalization },
        kernelPenalty: { l1: 0.001, l2: 0.002 },
        biasPenalty: { l1: 0, l2: 0.01 },
        activityPenalty: { l1: 0, l2: 0.02 },
        constraint: constraint('maxNorm', { limit: 1 }),
        noise: 0.1,
        dropout: 0.25,
      },
      training: { clip: { by: 'globalNorm', limit: 0.3 }, averaging: { momentum: 0.5 } },
    },
  },
];

export interface PlanOptions {
  seed?: number;
  examples?: number;
  inputs?: number;
  hidden?: string;
  units?: number[];
  outputs?: number;
  head?: Head;
  optimizer?: Optimizer;
  batchSize?: number;
  shuffle?: boolean;
  /** For every hidden layer, for the output layer, for the network and for training: what is not of the above. */
  layer?: Partial<LayerPlan>;
  output?: Partial<LayerPlan>;
  network?: Partial<NetworkPlan>;
  training?: Partial<TrainingPlan>;
}

/** A small plan; whatever is not given is small, deterministic and of no importance. */
export function makePlan(kernel: Kernel, options: PlanOptions = {}): RunPlan {
  const { seed = 1, examples = 11, inputs = 3, hidden = 'tanh', units = [5], outputs = 2, head = heads[0]!, batchSize = 4, shuffle = false } = options;
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'data');
  const between = (low: number, high: number) => (count: number) => Float32Array.from({ length: count }, () => low + stream.uniform() * (high - low));
  const sizes = [...units, outputs];
  const layers = sizes.map((count, layer): LayerPlan => {
    const last = layer === sizes.length - 1;
    const name = last ? head.output : hidden;
    const activation = withDefaults(findEntry('activation', activations, name), activationRows[name]!.given);
    return { units: count, activation, ...(last ? options.output : options.layer) };
  });
  const network: NetworkPlan = { inputs, layers, loss: withDefaults(findEntry('loss', losses, head.loss), head.given), ...options.network };
  const parameters = layers.map(({ units: count, normalization: normalized }, layer): LayerParameters => ({
    kernel: between(-0.8, 0.8)(count * (sizes[layer - 1] ?? inputs)),
    bias: between(-0.3, 0.3)(count),
    ...(normalized && { gamma: between(0.5, 1.5)(count), beta: between(-0.3, 0.3)(count) }),
    ...(normalized?.kind === 'batch' && { movingMean: between(-0.2, 0.2)(count), movingVariance: between(0.5, 1.5)(count) }),
  }));
  const split = (rows: number): SplitData => ({
    examples: rows,
    x: between(-1, 1)(rows * inputs),
    y: Float32Array.from(Array.from({ length: rows }, () => labels[head.labels](outputs, () => stream.uniform())).flat()),
  });
  const data = { train: split(examples), validation: split(7) };
  kernel.release(mark);
  const training = { optimizer: options.optimizer ?? optimizer('sgd', { learningRate: 0.1 }), batchSize, shuffle, ...options.training };
  return { network, training, parameters, data, seed };
}

export function optimizer(name: string, given: Given = {}): Optimizer {
  return withDefaults(findEntry('optimizer', optimizers, name), given);
}

function constraint(name: string, given: Given = {}): Constraint {
  return withDefaults(findEntry('constraint', constraints, name), given);
}
