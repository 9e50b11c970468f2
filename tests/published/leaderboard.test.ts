import { expect, test } from 'vitest';
import { checkLacking, leaderboard } from '../../src/published/leaderboard.ts';
import type { Published } from '../../src/published/published.ts';
import type { Outcome } from '../../src/words/verdictText.ts';

interface Said {
  metric?: string;
  ascending?: string[];
  outcome?: Outcome;
  effect?: [median: number | null, low: number | null, high: number | null];
  split?: string;
}

/** As much of an experiment as the board looks at. */
function task(id: string, without: (number | null)[], verdicts: Said[]): Published {
  return {
    experiment: { id, verdicts: verdicts.map(({ ascending, split = 'test', metric = 'loss' }) => ({ metric, split, ascending })) },
    recording: {
      arms: [{ label: 'none', runs: without.map((value) => ({ final: { 'test.loss': value, 'train.loss': value, 'test.logLoss': value } })) }],
      judgements: verdicts.map(({ outcome = 'holds', effect = [0.5, 0.25, 1] }) => {
        const [median, low, high] = effect;
        return { outcome, agree: 8, against: 1, seeds: 10, effect: { median, low, high } };
      }),
    },
  } as unknown as Published;
}

test('gains are shares of the median without any method, and the largest mean gain stands first', () => {
  const board = leaderboard(
    {
      a: task('task-a', [2, 1, 4], [{ ascending: ['L2', 'none'] }, { ascending: ['dropout', 'none'], outcome: 'open', effect: [-0.2, -1, 0.4] }]),
      b: task('task-b', [10, 10], [{ ascending: ['dropout', 'none'], effect: [9, 8, 10] }, { ascending: ['dropout', 'L2'] }, {}]),
    },
    'none',
  );
  expect(board.tasks).toEqual([
    { name: 'a', experiment: 'task-a', without: 2 },
    { name: 'b', experiment: 'task-b', without: 10 },
  ]);
  const counts = { agree: 8, against: 1, seeds: 10 };
  expect(board.rows).toEqual([
    {
      method: 'dropout',
      cells: [
        { outcome: 'open', ...counts, gain: -0.1, low: -0.5, high: 0.2 },
        { outcome: 'holds', ...counts, gain: 0.9, low: 0.8, high: 1 },
      ],
      mean: 0.4,
    },
    // Not tried on the second task: no mean, and last.
    { method: 'L2', cells: [{ outcome: 'holds', ...counts, gain: 0.25, low: 0.125, high: 0.5 }, undefined], mean: undefined },
  ]);
});

test.each([
  ['no arm is called "nothing"; there are: none', () => leaderboard({ a: task('a', [1], [{ ascending: ['L2', 'nothing'] }]) }, 'nothing')],
  ['no verdict that compares a method with "none"', () => leaderboard({ a: task('a', [1], [{ ascending: ['L2', 'L1'] }]) }, 'none')],
  ['the effect of “L2” is not a finite number', () => leaderboard({ a: task('a', [1], [{ ascending: ['L2', 'none'], effect: [null, null, 1] }]) }, 'none')],
  ['without any method most runs diverged', () => leaderboard({ a: task('a', [null, null, 1], [{ ascending: ['L2', 'none'] }]) }, 'none')],
  [
    'its verdicts are about test.loss and train.loss; allowed: one of them',
    () => leaderboard({ a: task('a', [1], [{ ascending: ['L2', 'none'] }, { ascending: ['L1', 'none'], split: 'train' }]) }, 'none'),
  ],
])('%s', (problem, make) => {
  expect(make).toThrow(problem);
});

test('log loss beside the loss is the same ruler', () => {
  const { rows } = leaderboard({ a: task('a', [2], [{ ascending: ['L2', 'none'] }, { ascending: ['soft', 'none'], metric: 'logLoss' }]) }, 'none');
  expect(rows.map(({ method, mean }) => [method, mean])).toEqual([
    ['L2', 0.25],
    ['soft', 0.25],
  ]);
});

test('an empty cell has a reason, and a reason an empty cell', () => {
  const one = task('a', [2], [{ ascending: ['L2', 'none'] }, { ascending: ['copies', 'none'] }]);
  const board = leaderboard({ a: one, b: task('b', [2], [{ ascending: ['L2', 'none'] }]) }, 'none');
  checkLacking(board, { copies: 'no pictures' });
  expect(() => checkLacking(board, {})).toThrow('some tasks have no “copies”; `lacking` is to say why.');
  expect(() => checkLacking(board, { copies: 'no pictures', L2: 'no weights' })).toThrow('`lacking` names “L2”; allowed: rows that lack a task: copies.');
});
