/** Experiments and live runs with numbers that can be checked by hand. */
import type { History, Experiment } from '../../src/experiments/types.ts';
import type { LiveRun } from '../../src/figures/adapter.ts';
import { circlesExperiment } from '../experiments/examples.ts';

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
