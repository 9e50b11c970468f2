/** The learning rate’s chapter: the tuned arms train with what the recorded search chose, on the search’s own task. */
import { expect, test } from 'vitest';
import { chosen, experiment, searched, trained } from './chosen.ts';

const [ID, SEARCH] = ['learning-rate-near-a-tenth', 'search-near-a-tenth'];
const CASES = ['circles', 'curve', 'digits'].flatMap((task) => ['SGD', 'Adam'].map((optimizer) => [task, optimizer] as const));

test.each(CASES)('%s, %s: the tuned rate is the one that was chosen', (task, optimizer) => {
  const rate = chosen(SEARCH, `${task} · ${optimizer}`);
  // Where 0.1 itself was chosen, the arm at 0.1 is the tuned one.
  const plan = rate === 0.1 ? '0.1' : 'tuned';
  expect(trained(ID, `${task}, ${optimizer}, ${plan}`).training.optimizer.learningRate).toBe(rate);
});

test.each(CASES)('%s, %s: all arms train what was searched, but for rate and schedule', (task, optimizer) => {
  const expected = searched(SEARCH, `${task} · ${optimizer}`);
  const arms = experiment(ID).arms.filter(({ label }) => label.startsWith(`${task}, ${optimizer}, `));
  expect(arms.length).toBeGreaterThanOrEqual(2);
  for (const { label, configuration } of arms) {
    const { learningRate } = configuration.training.optimizer;
    const { schedule } = label.endsWith('reduced') ? configuration.training : expected.training;
    expect(configuration).toEqual({ ...expected, training: { ...expected.training, schedule, optimizer: { ...expected.training.optimizer, learningRate } } });
  }
});
