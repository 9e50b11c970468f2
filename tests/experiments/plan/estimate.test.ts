import { expect, test } from 'vitest';
import { estimateSeconds, secondsPerSeed } from '../../../src/experiments/plan/estimate.ts';
import { example } from '../../export/examples.ts';
import { circlesExperiment, circlesSpec } from '../examples.ts';

function seconds(changes: { hidden?: number[]; epochs?: number; batchSize?: number }): number {
  const { hidden = [32, 32], epochs = 1000, batchSize = 10 } = changes;
  const training = { ...circlesSpec.training, epochs, batchSize };
  return estimateSeconds(circlesExperiment({ network: { hidden }, training }).configuration);
}

test('twice the epochs take twice as long, but for what comes before the first', () => {
  expect(seconds({ epochs: 2000 }) / seconds({ epochs: 1000 })).toBeCloseTo(2, 2);
});

test('more updates and more weights take longer', () => {
  expect(seconds({ batchSize: 1 })).toBeGreaterThan(seconds({ batchSize: 10 }));
  expect(seconds({ hidden: [64, 64] })).toBeGreaterThan(seconds({ hidden: [32, 32] }));
  // Large layers are nothing but multiply-adds, which grow with the square of the width.
  expect(seconds({ hidden: [4096, 4096] }) / seconds({ hidden: [2048, 2048] })).toBeCloseTo(4, 0);
});

test('points of the history take their time, the more the more examples they look at', () => {
  const { configuration } = circlesExperiment({});
  expect(estimateSeconds(configuration, 1)).toBeGreaterThan(2 * estimateSeconds(configuration, 100));
});

test('an update on one example takes as long as one on four: rows go through the products four at a time', () => {
  // Four times the updates, but no more evaluations.
  const wide = { hidden: [1024, 1024], epochs: 100 };
  expect(seconds({ ...wide, batchSize: 1 }) / seconds({ ...wide, batchSize: 4 })).toBeGreaterThan(3);
  expect(seconds({ ...wide, batchSize: 8 }) / seconds({ ...wide, batchSize: 4 })).toBeGreaterThan(0.9);
});

test('a seed of an experiment takes as long as its arms together, with the points of its own history, and data that are drawn once', () => {
  const drawing = (compare: Record<string, unknown[]>, every?: number) => {
    const experiment = { ...example({ compare }), ...(every && { history: { every } }) };
    const together = experiment.arms.reduce((sum, { configuration }) => sum + estimateSeconds(configuration, every), 0);
    return secondsPerSeed(experiment) - together;
  };
  const once = drawing({ 'training.batchSize': [4] });
  expect(once).toBeGreaterThan(0);
  for (const every of [undefined, 10]) expect(drawing({ 'training.batchSize': [4, 16] }, every)).toBeCloseTo(once, 12);
  expect(drawing({ 'dataset.noise': [0.1, 0.2] })).toBeCloseTo(2 * once, 12);
});
