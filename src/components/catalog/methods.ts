/** What training may have beside network, loss and optimizer: regularization, and what is done to gradients and parameters. Said as entries of the catalog are. */
import { augmentationOptions } from '../../datasets/augmentation/augmentation.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import { LIMITS } from '../../experiments/configuration/limits.ts';
import type { Entry, NumberHyperparameter } from '../../nn/entry.ts';
import { maximalUpdate } from '../../nn/parametrizations/maximalUpdate.ts';
import { momentumWarmUp } from '../../nn/optimizers/index.ts';
import { warmUp } from '../../nn/schedules/index.ts';
import type { Range } from '../../schema/range.ts';

export interface Method extends Entry {
  /** As a spec writes it, for example. */
  written: string;
  isUsed(configuration: Configuration): boolean;
}

export const methods: readonly Method[] = [
  {
    name: 'weightPenalty',
    title: 'L1 and L2 on weights',
    summary: 'Added to the loss: the sum of the sizes, or of the squares, of all weights, and of biases if asked for.',
    tex: 'L + \\lambda_1 \\sum_w \\lvert w \\rvert + \\lambda_2 \\sum_w w^2',
    written: 'network.regularizer: { l2: 0.01 }',
    hyperparameters: { l1: strength('\\lambda_1', 'strength of the sizes'), l2: strength('\\lambda_2', 'strength of the squares') },
    references: ['hoerl1970', 'tibshirani1996'],
    note: 'Without a factor ½ (Keras): what PyTorch calls weight_decay is 2λ₂, and is the same as L2 for plain gradient descent alone.',
    isUsed: ({ network }) => network.regularizer !== undefined,
  },
  {
    name: 'activityPenalty',
    title: 'L1 and L2 on activities',
    summary: 'Added to the loss: the sum of the sizes, or of the squares, of what hidden units put out, as a mean over the examples of the batch.',
    tex: 'L + \\frac{1}{n} \\sum_{i,j} \\bigl( \\lambda_1 \\lvert a_{ij} \\rvert + \\lambda_2 a_{ij}^2 \\bigr)',
    written: 'network.activityRegularizer: { l1: 0.001 }',
    hyperparameters: { l1: strength('\\lambda_1', 'strength of the sizes'), l2: strength('\\lambda_2', 'strength of the squares') },
    references: [],
    isUsed: ({ network }) => network.activityRegularizer !== undefined,
  },
  {
    name: 'dropout',
    title: 'dropout',
    summary: 'At each update a share of each hidden layer’s outputs is set to zero at random, and the others are made larger by as much.',
    tex: 'a_j \\leftarrow \\frac{m_j}{1 - p} \\, a_j, \\quad m_j = 0 \\text{ with probability } p, \\text{ else } 1',
    written: 'network.dropout: 0.5',
    hyperparameters: { dropout: number('p', 'share that is dropped', 0, LIMITS.share) },
    references: ['srivastava2014'],
    isUsed: ({ network }) => network.dropout !== undefined,
  },
  {
    name: 'inputDropout',
    title: 'dropout of features',
    summary: 'The same for the features.',
    tex: 'x_j \\leftarrow \\frac{m_j}{1 - p} \\, x_j, \\quad m_j = 0 \\text{ with probability } p, \\text{ else } 1',
    written: 'network.inputDropout: 0.2',
    hyperparameters: { inputDropout: number('p', 'share that is dropped', 0, LIMITS.share) },
    references: ['srivastava2014'],
    isUsed: ({ network }) => network.inputDropout !== undefined,
  },
  {
    name: 'outputDropout',
    title: 'dropout at the output',
    summary: 'The same for the sums of the output units, before their activation: answers are left out, which is hardly ever meant.',
    tex: 'z_k \\leftarrow \\frac{m_k}{1 - p} \\, z_k, \\quad m_k = 0 \\text{ with probability } p, \\text{ else } 1',
    written: 'network.outputDropout: 0.2',
    hyperparameters: { outputDropout: number('p', 'share that is dropped', 0, LIMITS.share) },
    references: ['srivastava2014'],
    isUsed: ({ network }) => network.outputDropout !== undefined,
  },
  {
    name: 'noise',
    title: 'noise',
    summary: 'Gaussian noise on the features, or on the outputs of hidden layers, drawn anew at each update.',
    tex: 'x \\leftarrow x + \\varepsilon, \\quad \\varepsilon \\sim N(0, \\sigma^2)',
    written: 'network.noise: { input: 0.1 }',
    hyperparameters: {
      input: number('\\sigma', 'standard deviation on the features', 0, LIMITS.noise),
      hidden: number('\\sigma', 'standard deviation on the outputs of hidden layers', 0, LIMITS.noise),
    },
    references: ['bishop1995'],
    isUsed: ({ network }) => network.noise !== undefined,
  },
  {
    name: 'earlyStopping',
    title: 'early stopping',
    summary: 'Training ends once a metric has not become better for so many epochs, and the parameters of the best epoch are taken back.',
    tex: '\\text{stop after } p \\text{ epochs in which no value was below } \\text{best} - \\delta',
    written: 'training.earlyStopping: { patience: 20 }',
    hyperparameters: {
      patience: number('p', 'epochs without a better value', 10, LIMITS.patience),
      minDelta: number('\\delta', 'least difference that counts as better', 0, LIMITS.minDelta),
    },
    references: ['prechelt1998'],
    isUsed: ({ training }) => training.earlyStopping !== undefined,
  },
  {
    name: 'augmentation',
    title: 'moved copies',
    summary: 'Copies of the pictures in the training split, each moved a little at random; they are trained on beside the pictures.',
    tex: '\\text{one picture} \\to 1 + \\text{copies}',
    written: 'augmentation: { copies: 2, shift: 2, rotation: 10 }',
    hyperparameters: Object.fromEntries(Object.entries(augmentationOptions).map(([name, option]) => [name, { ...option, symbol: `\\text{${name}}` }])),
    references: ['simard2003'],
    isUsed: (configuration) => configuration.augmentation !== undefined,
  },
  {
    name: 'clip',
    title: 'clipping of gradients',
    summary:
      'Gradients larger than a limit are made as large as that: each entry (value), the norm of each layer’s weights or biases (norm), or the norm of all together (globalNorm).',
    tex: 'g \\leftarrow g \\, \\frac{\\min(\\lVert g \\rVert, c)}{\\lVert g \\rVert}',
    written: 'training.clip: { by: norm, limit: 1 }',
    hyperparameters: { limit: number('c', 'limit', 1, LIMITS.clip) },
    references: [],
    isUsed: ({ training }) => training.clip !== undefined,
  },
  {
    name: 'averaging',
    title: 'averaging of parameters',
    summary:
      'What is evaluated is a running mean of the parameters, with weights that fall exponentially into the past; training goes on from the parameters themselves.',
    tex: '\\bar\\theta \\leftarrow m \\bar\\theta + (1 - m) \\theta',
    written: 'training.averaging: { momentum: 0.99 }',
    hyperparameters: { momentum: number('m', 'share that is kept', 0.99, LIMITS.share) },
    references: ['polyak1992'],
    note: 'The paper’s mean gives every update the same weight; this one forgets (Keras’ use_ema, PyTorch’s AveragedModel).',
    isUsed: ({ training }) => training.averaging !== undefined,
  },
  {
    ...maximalUpdate,
    written: 'network.parametrization: { name: maximalUpdate, base: 16 }',
    isUsed: ({ network }) => network.parametrization !== undefined,
  },
  { ...warmUp, written: 'training.warmUp: { epochs: 5 }', isUsed: ({ training }) => training.warmUp !== undefined },
  {
    ...momentumWarmUp,
    written: 'training.momentumWarmUp: { from: 0.5, updates: 200 }',
    isUsed: ({ training }) => training.momentumWarmUp !== undefined,
  },
];

function strength(symbol: string, description: string): NumberHyperparameter {
  return number(symbol, description, 0, LIMITS.penalty);
}

function number(symbol: string, description: string, usual: number, range: Range): NumberHyperparameter {
  return { kind: 'number', symbol, description, default: usual, ...range };
}
