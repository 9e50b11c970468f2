/** Trials as a table, by hand. */
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { answer } from '../../src/export/answer.ts';
import { trialsCsv } from '../../src/export/results/trialsCsv.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import type { SearchLog } from '../../src/search/run/drive.ts';
import { searchOf } from '../search/specs.ts';
import { NO_FILES } from './examples.ts';

const search = searchOf({
  space: { 'network.hidden': [[3], [4, 4]], 'training.optimizer.learningRate': [0.1, 0.2] },
  strategy: ['greedy', 'random'],
  budget: { trials: 3 },
});
const work = { epochs: 9, updates: 54, examples: 540, multiplyAdds: 12345 };
const cost = { work, trainingTime: 2.5, digests: ['a', 'b'] };
const logs: SearchLog[] = [
  {
    ...{ strategy: search.strategies[0]!, seed: 7, cancelled: false },
    trials: [
      // Greedy: the rate has not come up yet.
      { proposal: { point: { 'network.hidden': [4, 4] }, share: 1 }, values: [0.25, 0.75], value: 0.5, score: 0.5, tests: [0.5, 1], ...cost },
      {
        proposal: { point: { 'network.hidden': [3], 'training.optimizer.learningRate': 0.2 }, share: 0.5 },
        values: [Infinity],
        value: Infinity,
        score: Infinity,
        problem: 'It diverged, "again"',
        ...cost,
      },
    ],
  },
];

it('has a row for each trial, and leaves empty what there is not', () => {
  const [head, ...rows] = Papa.parse<string[]>(trialsCsv(search, logs).trim()).data;
  expect(head).toEqual([
    ...['strategy', 'seed', 'trial', 'arm', 'share', 'network.hidden', 'training.optimizer.learningRate', 'runs', 'value', 'test'],
    ...['epochs', 'updates', 'examples', 'multiplyAdds', 'trainingTime', 'problem'],
  ]);
  expect(rows).toEqual([
    ['greedy', '7', '1', '', '1', '[4,4]', '', '2', '0.5', '0.75', '9', '54', '540', '12345', '2.5', ''],
    ['greedy', '7', '2', '', '0.5', '[3]', '0.2', '1', '', '', '9', '54', '540', '12345', '2.5', 'It diverged, "again"'],
  ]);
});

it('is saved with a name that tells a modified search, and as JSON with its origin and its spec', async () => {
  const place = { kernel: await loadKernel(), source: NO_FILES };
  const origin = { published: 'From a book.', changes: ['budget 4 (published: 3)'] };
  expect((await answer({ kind: 'trials', form: 'csv', search, origin, logs }, place)).name).toBe('test.modified.trials.csv');
  const { content } = await answer({ kind: 'trials', form: 'json', search, origin, logs }, place);
  expect(JSON.parse(content as string)).toMatchObject({
    origin,
    spec: { search: { budget: { trials: 3 } } },
    logs: [{ seed: 7, trials: [{ value: 0.5 }, { values: [null] }] }],
  });
});
