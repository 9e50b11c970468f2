/** The procedure of the tuning chapter: each step trains with what the recorded searches chose, on their own task. */
import { expect, test } from 'vitest';
import { chosen, searched, searches, trained } from './chosen.ts';

const [NETWORKS, PENALTY] = ['search-procedure-networks', 'search-procedure-penalty'];

test.each([
  ['its rate', '16'],
  ['its size', '32-32'],
])('%s: the rate is the one that was chosen for %s', (step, network) => {
  const { optimizer, ...training } = trained('procedure-steps', step).training;
  expect(optimizer.learningRate).toBe(chosen(NETWORKS, network));
  const { training: theirs, network: hidden, dataset, split } = searched(NETWORKS, network);
  expect({ ...training, optimizer: optimizer.name }).toEqual({ ...theirs, optimizer: theirs.optimizer.name });
  expect(trained('procedure-steps', step)).toMatchObject({ network: hidden, dataset, split });
});

test.each([
  ['L2', 'constant'],
  ['linear decay', 'linear decay'],
])('%s: rate and strength are those that were chosen for %s', (step, schedule) => {
  const { network, training } = trained('procedure-steps', step);
  expect([training.optimizer.learningRate, network.regularizer?.l2]).toEqual([chosen(PENALTY, schedule), chosen(PENALTY, schedule, 1)]);
  expect(training.schedule).toEqual(searched(PENALTY, schedule).training.schedule);
  expect(network.hidden).toEqual(searched(PENALTY, schedule).network.hidden);
});

test('the size is the one whose best mean validation loss was the lowest at the seeds that choose', () => {
  const [log] = searches.recording(NETWORKS).logs;
  // The last trial of each size is at the seeds that judge.
  const trials = log!.arms!.flatMap((arm, trial) => (trial === log!.arms!.lastIndexOf(arm) ? [] : [{ arm, mean: mean(log!.values[trial]!) }]));
  const best = trials.reduce((lowest, trial) => (trial.mean < lowest.mean ? trial : lowest));
  expect(best.arm).toBe('32-32');
});

/** A loss that was not finite is recorded as null. */
function mean(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? Infinity), 0) / values.length;
}
