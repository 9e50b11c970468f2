/** Experiments and live runs with numbers that can be checked by hand. */
import type { History } from '../../src/experiments/train/result.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import type { ProbeReading } from '../../src/experiments/probes/reading.ts';
import type { Context, LiveRun } from '../../src/figures/data/adapter.ts';
import { circlesExperiment, eckerleExperiment } from '../experiments/examples.ts';

/** Batch sizes 10 and 20 under two optimizers; the verdict orders the batch sizes. */
export function twoAxes(changes: object = {}): Experiment {
  return circlesExperiment({
    compare: { 'training.optimizer': ['sgd', 'adam'], 'training.batchSize': [10, 20] },
    seeds: 3,
    verdict: { metric: 'loss', split: 'train', ascending: ['10', '20'], where: { 'training.optimizer': 'adam' } },
    show: { metric: 'loss', split: 'train', scale: 'linear', x: 'epoch' },
    ...changes,
  });
}

export function oneAxis(changes: object = {}): Experiment {
  return circlesExperiment({ compare: { 'training.batchSize': [10, 20] }, seeds: 3, ...changes });
}

/** A history of training losses, one point per epoch, ten steps each. */
export function history(losses: number[]): History {
  return {
    step: Float64Array.from(losses, (_, index) => 10 * index),
    epoch: Float64Array.from(losses, (_, index) => index),
    columns: [{ split: 'train', metric: 'loss', values: Float64Array.from(losses) }],
  };
}

export function liveRun(arm: string, seed: number, losses: number[], ending: LiveRun['ending'] = { state: 'finished' }): LiveRun {
  return { arm, seed, history: history(losses), ending };
}

/** Readings of every probe at two moments, of a network with two features, two hidden layers of two units and two classes. */
export function readings(): ProbeReading[] {
  const moments = [
    { step: 0, epoch: 0, size: 1 },
    { step: 10, epoch: 1, size: 2 },
  ];
  return moments.flatMap(({ step, epoch, size }): ProbeReading[] => [
    {
      ...{ probe: 'activations', step, epoch },
      layers: [4, 1, 0.25].map((variance, layer) => ({
        mean: 0.5,
        variance: variance * size * size,
        dead: layer / 4,
        histogram: { low: 0, high: 1, counts: [1, 3] },
      })),
    },
    {
      ...{ probe: 'activity', step, epoch },
      layers: [0.5, 0.25, 1].map((active) => ({ active, size: active * size })),
      code: {
        classes: 2,
        labels: [0, 1, 1],
        largest: 2 * size,
        rows: [
          [100, 0],
          [0, 1],
          [50, 0],
        ],
      },
    },
    { ...{ probe: 'movement', step, epoch }, layers: [0.01, 0.1, 1].map((end) => ({ size: end * (size - 1) })) },
    { ...{ probe: 'gradients', step, epoch }, layers: [0.01, 0.1, 1].map((norm) => ({ norm: norm * size })) },
    {
      ...{ probe: 'weights', step, epoch },
      layers: [1, 2, 3].map(() => ({ mean: 0, variance: size * size, zero: 0, histogram: { low: -size, high: size, counts: [1, 2, 1, 0] } })),
    },
    {
      ...{ probe: 'biases', step, epoch },
      layers: [1, 2, 3].map(() => ({ mean: 0, variance: 0, zero: 2 - size, histogram: { low: size - 1, high: size - 1, counts: [2, 0] } })),
    },
    {
      ...{ probe: 'surface', step, epoch },
      ...{ x1: [0, 1, 2], x2: [0, 1, 2], classes: 2 },
      // Class 0 on the left, class 1 on the right, level in the middle.
      outputs: [
        [1, 0.5, 0],
        [0, 0.5, 1],
      ].map((row) => [row, row, row]),
      points: { x1: [0.5, 1.5], x2: [1, 1], label: [0, 1] },
    },
    {
      ...{ probe: 'network', step, epoch, widths: [2, 3, 1] },
      layers: [
        {
          weights: [
            [0.5, -1],
            [0, 0.25],
          ],
          biases: [0.1, 0],
        },
        { weights: [[2], [-0.02]], biases: [-0.3] },
      ],
      means: [[0.5, -0.5], [0, 1], [0.75]],
    },
    { ...{ probe: 'lossLine', step, epoch }, at: [0, 0.5, 1], loss: [1, 0.5, 0.1], climb: 0 },
    { ...{ probe: 'barrier', step, epoch }, at: [0, 0.5, 1], loss: [0.1, 1, 0.3], matched: [0.1, 0.4, 0.3], before: 0.8, after: 0.2, left: 0.25 },
    {
      ...{ probe: 'lossPlane', step, epoch, a: [-1, 0, 1], b: [-1, 0, 1] },
      loss: [
        [1, 0.5, 1],
        [0.5, 0.1, 0.5],
        [1, 0.5, 1],
      ],
      way: { step: [0, 10], a: [1, 0], b: [0.5, 0] },
    },
    {
      ...{ probe: 'firstLayer', step, epoch },
      width: 2,
      height: 2,
      largest: 0.5 * size,
      units: [
        [100, -100, 0, 50],
        [-50, 0, 0, 0],
      ],
    },
  ]);
}

/** 200 predictions of a run: 60 at 0.55, half of them right, 139 at 0.95, of which 100, and one at 0.75, wrong. */
/** Two pictures of 2 × 2 among eight examples of two classes. */
export function mistakes(): NonNullable<LiveRun['mistakes']> {
  const shown = [
    { picture: '0f8f', actual: 1, probabilities: [0.9, 0.1] },
    { picture: 'f000', actual: 0, probabilities: [0.45, 0.55] },
  ];
  return { split: 'test', width: 2, wrong: 2, examples: 8, shown };
}

export function reliabilityBins(): [number, number, number][] {
  const bins = Array.from({ length: 10 }, (): [number, number, number] => [0, 0, 0]);
  bins[5] = [60, 33, 30];
  bins[7] = [1, 0.75, 0];
  bins[9] = [139, 132.05, 100];
  return bins;
}

/** Regression in two arms over three seeds, with everything that any figure may show. */
export function completeRuns(): { experiment: Experiment; runs: LiveRun[]; context: Context } {
  const compare = { 'training.batchSize': [3, 5], 'training.optimizer.learningRate': [0.1, 0.2] };
  const experiment = eckerleExperiment({ compare, seeds: 3, figures: ['fit', 'curves', 'finals'] });
  const runs = experiment.arms.flatMap(({ label }) =>
    [1, 2, 3].map((seed) => ({
      ...liveRun(label, seed, [0.5, 0.1 * seed]),
      fit: { x: [400, 450, 500], y: [0, 0.3, 0] },
      probes: readings(),
      pretraining: [1, 2].map((layer) => ({
        layer,
        updates: 40,
        before: 0.3,
        after: 0.02 * layer,
        pictures: { width: 2, given: ['0f3c', 'f00f'], back: ['1e3c', 'e11e'] },
      })),
      confusion: {
        train: [
          [3, 1],
          [0, 4],
        ],
      },
      mistakes: mistakes(),
      reliability: { train: reliabilityBins() },
    })),
  );
  return { experiment, runs, context: { points: { x: [400, 450], y: [0, 0.4] }, reference: { label: 'certified', x: [400, 500], y: [0, 0] } } };
}
