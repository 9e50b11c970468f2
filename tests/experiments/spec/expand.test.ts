import { expect, test } from 'vitest';
import { ONLY_ARM } from '../../../src/experiments/spec/armsOf.ts';
import { expand, seedsUpTo } from '../../../src/experiments/spec/expand.ts';
import { circlesExperiment } from '../examples.ts';

test('axes multiply, the last one fastest; labels and configurations follow', () => {
  const experiment = circlesExperiment({ compare: { 'training.optimizer': ['sgd', 'adam'], 'training.batchSize': [10, 20] } });
  const all = experiment.arms;
  expect(all.map(({ label }) => label)).toEqual(['sgd · 10', 'sgd · 20', 'adam · 10', 'adam · 20']);
  expect(all[1]!.labels).toEqual({ 'training.optimizer': 'sgd', 'training.batchSize': '20' });
  expect(all[1]!.configuration.training).toMatchObject({ optimizer: { name: 'sgd' }, batchSize: 20, epochs: 3 });
});

test('an optimizer compared by name has its own defaults', () => {
  const experiment = circlesExperiment({ compare: { 'training.optimizer': ['sgd', 'adam'] } });
  // Keras 3: SGD 0.01 without momentum, Adam 0.001; the 0.01 that the base gives Adam is not carried over.
  expect(experiment.arms.map(({ configuration }) => configuration.training.optimizer)).toEqual([
    { name: 'sgd', learningRate: 0.01, momentum: 0, nesterov: false },
    { name: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  ]);
});

test('a choice and its hyperparameter may be compared together, in whichever order', () => {
  for (const compare of [
    { 'training.optimizer': ['sgd'], 'training.optimizer.learningRate': [0.5] },
    { 'training.optimizer.learningRate': [0.5], 'training.optimizer': ['sgd'] },
  ]) {
    expect(circlesExperiment({ compare }).arms[0]!.configuration.training.optimizer).toEqual({ name: 'sgd', learningRate: 0.5, momentum: 0, nesterov: false });
  }
});

test('setting one budget takes the place of another', () => {
  const [arm] = circlesExperiment({ compare: { length: [{ label: 'short', set: { 'training.updates': 7 } }] } }).arms;
  expect(arm!.configuration.training.updates).toBe(7);
  expect(arm!.configuration.training.epochs).toBeUndefined();
});

test('labels of layers and of choices', () => {
  const labels = (compare: object) => circlesExperiment({ compare }).arms.map(({ label }) => label);
  expect(labels({ 'network.hidden': [[], [4], [16, 16]] })).toEqual(['none', '4', '16-16']);
  expect(labels({ 'training.optimizer': [{ name: 'sgd', momentum: 0.9 }, 'adam'] })).toEqual(['sgd', 'adam']);
  expect(labels({ 'training.optimizer': ['sgd', { name: 'sgd', momentum: 0.9 }] })).toEqual(['sgd', 'sgd (momentum 0.9)']);
});

test('runs go seed by seed', () => {
  const experiment = circlesExperiment({ compare: { 'training.batchSize': [10, 20] } });
  expect(expand(experiment, seedsUpTo(2)).map(({ arm, seed }) => `${arm.label} ${seed}`)).toEqual(['10 1', '20 1', '10 2', '20 2']);
});

test('an experiment that compares nothing has one arm', () => {
  const experiment = circlesExperiment();
  expect(experiment.arms).toEqual([{ label: ONLY_ARM, labels: {}, configuration: experiment.configuration }]);
});
