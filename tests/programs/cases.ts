/** Small experiments that between them use whatever a program can be told to do, and that PyTorch and Keras can both be told. */
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { activations } from '../../src/nn/catalog.ts';
import { optimizerCases } from '../engines/cases.ts';
import { example, REGRESSION } from '../export/examples.ts';

export const rate = (name: string, options: object = {}) => ({ name, learningRate: 0.02, ...options });
export const arm = (label: string, set: object) => ({ label, set });

const optimizerArms = {
  optimizer: optimizerCases.map((optimizer, index) => ({ label: `${index} ${optimizer.name}`, set: { 'training.optimizer': optimizer } })),
};

export const cases: [what: string, experiment: Experiment][] = [
  ['every optimizer, mean squared error', example({ ...REGRESSION, compare: optimizerArms })],
  ['optimizers without shuffling, categorical cross-entropy', example({ training: { shuffle: false }, compare: optimizerArms })],
  ['optimizers, binary cross-entropy', example({ training: { loss: { name: 'binaryCrossentropy', labelSmoothing: 0.1 } }, compare: optimizerArms })],
  [
    'losses of regression',
    example({
      ...REGRESSION,
      compare: { 'training.loss': ['halfSquaredError', 'meanAbsoluteError', 'huber'] },
      training: { optimizer: rate('sgd', { learningRate: 0.01 }) },
    }),
  ],
  ['losses of classification', example({ compare: { 'training.loss': ['hinge', 'kullbackLeibler', 'meanSquaredError'] }, training: { optimizer: 'adam' } })],
  [
    'activations',
    example({
      training: { optimizer: rate('adam') },
      compare: { 'network.activation': activations.filter(({ name }) => name !== 'softmax').map(({ name }) => name) },
    }),
  ],
  [
    'schedules, with momentum',
    example({
      training: { optimizer: rate('sgd', { momentum: 0.9 }) },
      compare: {
        'training.schedule': ['cosine', 'oneCycle', 'stepDecay', 'triangular', 'cosineRestarts', 'exponential', 'timeBased', 'polynomial', 'rangeTest'].map(
          (name) => (name === 'rangeTest' ? { name, highest: 0.1 } : name),
        ),
      },
    }),
  ],
  [
    'momentum that rises',
    example({
      training: { optimizer: rate('sgd', { momentum: 0.9 }) },
      compare: {
        how: [
          arm('constant', {}),
          arm('from 0', { 'training.momentumWarmUp': { from: 0, updates: 20 } }),
          arm('Nesterov', { 'training.momentumWarmUp': { from: 0.5, updates: 20 }, 'training.optimizer.nesterov': true }),
          arm('with a schedule', { 'training.momentumWarmUp': { from: 0.5, updates: 20 }, 'training.schedule': 'cosine' }),
        ],
      },
    }),
  ],
  [
    'a warm-up, a plateau, early stopping',
    example({
      compare: {
        how: [
          arm('warm-up', { 'training.warmUp': { epochs: 3, start: 0.1 } }),
          arm('plateau', { 'training.schedule': { name: 'reduceOnPlateau', patience: 1, minDelta: 0.01, factor: 0.5 } }),
          arm('plateau with a cooldown', { 'training.schedule': { name: 'reduceOnPlateau', patience: 1, cooldown: 2, minDelta: 0.05, factor: 0.5 } }),
          arm('stop', { 'training.earlyStopping': { metric: 'loss', split: 'validation', patience: 2, minDelta: 0.005 } }),
        ],
      },
    }),
  ],
  [
    'penalties of sizes, with biases that begin at 0',
    example({
      training: { optimizer: rate('sgd', { learningRate: 0.05 }) },
      compare: {
        how: [
          arm('on weights and biases', { 'network.regularizer': { l1: 0.02, l2: 0.01, biases: true } }),
          arm('on activities', { 'network.activityRegularizer': { l1: 0.02 } }),
        ],
      },
    }),
  ],
  [
    'residuals of 0 at first',
    example({
      dataset: { name: 'inline', task: 'regression', x: [[0], [1], [2], [0], [3], [1]], y: [0, 1, 0, 0, 2, 0] },
      split: { validation: 0 },
      network: { hidden: [], initializer: 'zeros' },
      training: { loss: 'meanAbsoluteError', optimizer: rate('sgd', { learningRate: 0.1 }), batchSize: 2, epochs: 4 },
    }),
  ],
  [
    // Keras leaves out what is not standard.
    'parametrizations',
    example({
      network: { hidden: [6, 8], initializer: 'heUniform' },
      training: { schedule: 'cosine' },
      compare: {
        how: [
          arm('standard', { 'training.optimizer': 'adam' }),
          arm('μP, Adam', { 'network.parametrization': { name: 'maximalUpdate', base: 2 }, 'training.optimizer': rate('adam') }),
          arm('μP, SGD', { 'network.parametrization': { name: 'maximalUpdate', base: 2 }, 'training.optimizer': rate('sgd') }),
          arm('μP, momentum', { 'network.parametrization': { name: 'maximalUpdate', base: 3 }, 'training.optimizer': rate('sgd', { momentum: 0.9 }) }),
        ],
      },
    }),
  ],
  [
    'normalization, penalties, constraint, clipping, averaging',
    example({
      training: { optimizer: rate('adam') },
      compare: {
        how: [
          arm('batch', { 'network.normalization': { name: 'batch', position: 'before', momentum: 0.8 } }),
          arm('layer', { 'network.normalization': { name: 'layer', position: 'after' } }),
          arm('penalty', { 'network.regularizer': { l1: 0.001, l2: 0.01, biases: true } }),
          arm('activity', { 'network.activityRegularizer': { l1: 0.01, l2: 0.01 } }),
          arm('constraint', { 'network.constraint': { name: 'maxNorm', limit: 0.7 } }),
          arm('constraint, output too', { 'network.constraint': { name: 'maxNorm', limit: 0.7, output: true } }),
          arm('clip', { 'training.clip': { by: 'globalNorm', limit: 0.1 } }),
          arm('clip each', { 'training.clip': { by: 'norm', limit: 0.05 } }),
          arm('average', { 'training.averaging': { momentum: 0.9 } }),
        ],
      },
    }),
  ],
];
