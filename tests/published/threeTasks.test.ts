/** The tasks of the part on regularization: an experiment trains with what the recorded search chose, on the search's own task. */
import { expect, test } from 'vitest';
import type { Configuration } from '../../src/experiments/configuration/configuration.ts';
import { chosen, experiment, searched, searches, trained } from './chosen.ts';

/** What makes the task: all but what the methods change. */
function taskOf({ dataset, split, scaling, network, training }: Configuration) {
  const { hidden, activation, initializer } = network;
  const { loss, batchSize, updates, optimizer } = training;
  return { dataset, split, scaling, hidden, activation, initializer, loss, batchSize, updates, rate: optimizer.learningRate };
}

test.each(['curve', 'features', 'digits'])('%s: the strengths of the penalties are those that the searches chose', (task) => {
  const id = `penalties-${task}`;
  expect(trained(id, 'L2').network.regularizer).toMatchObject({ l2: chosen('search-l2', `${task} · weights`), biases: false });
  expect(trained(id, 'L1').network.regularizer).toMatchObject({ l1: chosen('search-l1', `${task} · weights`), biases: false });
  expect(trained(id, 'weight decay').training.optimizer).toMatchObject({ weightDecay: chosen('search-adamw', task) });
});

test.each(['curve', 'features', 'digits'])('%s: the searches train the task of the experiment', (task) => {
  const expected = taskOf(trained(`penalties-${task}`, 'none'));
  expect(taskOf(searched('search-l2', `${task} · weights`))).toEqual(expected);
  expect(taskOf(searched('search-l1', `${task} · weights`))).toEqual(expected);
  expect(taskOf(searched('search-adamw', task))).toEqual(expected);
  expect(taskOf(searched('search-dropout', task))).toEqual(expected);
});

test.each(['curve', 'features', 'digits'])('%s: the limits of a max norm are those that its search chose, on the same task', (task) => {
  const id = `max-norm-${task}`;
  expect(trained(id, 'max norm, hidden').network.constraint).toEqual({ name: 'maxNorm', limit: chosen('search-max-norm', `${task} · hidden`) });
  expect(trained(id, 'max norm, all').network.constraint).toEqual({ name: 'maxNorm', limit: chosen('search-max-norm', `${task} · all`), output: true });
  expect(trained(id, 'L2').network.regularizer).toMatchObject({ l2: chosen('search-l2', `${task} · weights`), biases: false });
  const expected = taskOf(trained(`penalties-${task}`, 'none'));
  expect(taskOf(trained(id, 'none'))).toEqual(expected);
  expect(taskOf(searched('search-max-norm', `${task} · all`))).toEqual(expected);
});

test.each([
  ['lasso-few-features', '3'],
  ['lasso-all-features', '20'],
])('%s: the strengths are those that the searches chose', (id, arm) => {
  expect(trained(id, 'L2').network.regularizer).toMatchObject({ l2: chosen('search-linear-l2', arm) });
  expect(trained(id, 'L1').network.regularizer).toMatchObject({ l1: chosen('search-linear-l1', arm) });
});

test.each(['curve', 'features', 'digits'])('%s: the leaderboard trains the task with what the searches chose, one by one and in pairs', (task) => {
  const id = `methods-${task}`;
  const [l2, dropout] = [chosen('search-l2', `${task} · weights`), chosen('search-dropout', task)];
  const { patience } = trained(`early-stopping-${task}`, 'stopped').training.earlyStopping!;
  expect(trained(id, 'L2').network.regularizer).toMatchObject({ l2, biases: false });
  expect(trained(id, 'L1').network.regularizer).toMatchObject({ l1: chosen('search-l1', `${task} · weights`), biases: false });
  expect(trained(id, 'weight decay').training.optimizer).toMatchObject({ weightDecay: chosen('search-adamw', task) });
  expect(trained(id, 'dropout').network.dropout).toBe(dropout);
  expect(trained(id, 'input noise').network.noise).toMatchObject({ input: chosen('search-noise', task), hidden: 0 });
  expect(trained(id, 'max norm').network.constraint).toMatchObject({ name: 'maxNorm', limit: chosen('search-max-norm', `${task} · all`), output: true });
  expect(trained(id, 'early stopping').training.earlyStopping).toMatchObject({ patience });
  expect(trained(id, 'L2 and early stopping')).toMatchObject({ network: { regularizer: { l2 } }, training: { earlyStopping: { patience } } });
  const [log] = searches.recording('search-two-methods').logs;
  const [pairL2, pairDropout] = log!.points[log!.arms!.lastIndexOf(task)]!;
  const pair = trained(id, 'L2 and dropout').network;
  expect(pair.regularizer).toMatchObject({ l2: pairL2 });
  expect(pair.dropout ?? 0).toBe(pairDropout);
  expect(trained(id, 'fixed updates').training.updates).toBe(chosen('search-updates', task));
  const expected = taskOf(trained(`penalties-${task}`, 'none'));
  for (const { label, configuration } of experiment(id).arms) {
    // A number of updates chosen beforehand is the one method that changes it, and smoothing is an option of the loss.
    const { loss, updates, ...others } = taskOf(configuration);
    expect({ ...others, loss: loss.name, updates: label === 'fixed updates' ? expected.updates : updates }).toEqual({ ...expected, loss: expected.loss.name });
  }
});

test('digits: moved copies and smoothed labels are those that their searches chose, on the same task', () => {
  const log = searches.recording('search-augmentation').logs[0]!;
  const [copies, elastic] = log.points[log.arms!.lastIndexOf('400 updates')]!;
  expect(trained('methods-digits', 'moved copies').augmentation).toEqual({ ...searched('search-augmentation', '400 updates').augmentation, copies, elastic });
  expect(trained('methods-digits', 'label smoothing').training.loss).toMatchObject({ labelSmoothing: chosen('search-smoothing', '400 updates') });
  const expected = taskOf(trained('penalties-digits', 'none'));
  expect(taskOf(searched('search-augmentation', '400 updates'))).toEqual(expected);
  expect(taskOf(searched('search-smoothing', '400 updates'))).toEqual(expected);
});

test.each(['curve', 'features', 'digits'])('%s: the rate of dropout is the one that its search chose, on the same task', (task) => {
  const id = `dropout-${task}`;
  expect(trained(id, 'dropout').network.dropout).toBe(chosen('search-dropout', task));
  expect(trained(id, 'L2').network.regularizer).toMatchObject({ l2: chosen('search-l2', `${task} · weights`), biases: false });
  for (const { configuration } of experiment(id).arms) expect(taskOf(configuration)).toEqual(taskOf(trained(`penalties-${task}`, 'none')));
});

test.each(['curve', 'features', 'digits'])('%s: what is stopped after a number of updates trains for as long as the search chose', (task) => {
  const id = `early-stopping-${task}`;
  expect(trained(id, 'fixed updates').training.updates).toBe(chosen('search-updates', task));
  expect(trained(id, 'L2').network.regularizer).toMatchObject({ l2: chosen('search-l2', `${task} · weights`) });
});
