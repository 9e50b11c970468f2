import { beforeAll, expect, it } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { basePoint } from '../../../src/search/run/basePoint.ts';
import { changeSearch, writeSearch } from '../../../src/search/change/changeSearch.ts';
import { checkSearchRecording } from '../../../src/search/results/checkSearchRecording.ts';
import { judgeSearch } from '../../../src/search/results/judgeSearch.ts';
import { parseSearch } from '../../../src/search/spec/parseSearch.ts';
import { ownRunner } from '../../../src/search/run/ownRunner.ts';
import { makeSearchRecording, recordedLogs, type SearchRecording } from '../../../src/search/results/searchRecording.ts';
import { startSearch } from '../../../src/search/run/startSearch.ts';
import { searchOf } from '../specs.ts';

const search = searchOf(
  {
    space: {
      'training.batchSize': [8, 16],
      size: [
        { label: 'small', set: { 'network.hidden': [2] } },
        { label: 'large', set: { 'network.hidden': [6], 'network.activation': 'tanh' } },
      ],
    },
    strategy: ['greedy', 'random'],
    folds: 2,
    budget: { trials: 4 },
  },
  { split: { test: 0.2 }, verdict: { claim: 'Greedy is better.', ranking: ['greedy', 'random'], on: 'test' } },
);

let kernel: Kernel;
let recording: SearchRecording;
beforeAll(async () => {
  kernel = await loadKernel();
  const runner = ownRunner(await loadEngine('fused', kernel), kernel);
  const logs = [];
  for (const strategy of search.strategies) logs.push(await startSearch(search, { strategy, seed: 1, kernel, runner }).done);
  recording = makeSearchRecording(search, logs, 'kernel');
});

it('holds every trial: what was judged can be judged from it again, to the last bit, after a way through JSON', () => {
  const read = JSON.parse(JSON.stringify(recording)) as SearchRecording;
  expect(judgeSearch(search, recordedLogs(search, read))).toEqual(recording.judgements);
  expect(read.logs[1]!.values.every((values) => values.length === 2)).toBe(true);
  expect(read.logs[1]!.tests).toHaveLength(read.logs[1]!.points.length);
});

it('greedy search begins at what the base configuration has, so that its trials are complete', () => {
  // 60 examples, batch size 10: no base value. The base has 3 units, and no label sets that.
  expect(recording.logs[0]!.points[0]).toEqual([8, null]);
  const started = searchOf({ space: { 'training.batchSize': [10, 20], 'network.activation': ['tanh', 'relu'] }, strategy: 'greedy' });
  expect(basePoint(started)).toEqual({ 'training.batchSize': 10, 'network.activation': 'relu' });
});

it.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2), /^it is not whole/],
  ['of another format', (text: string) => text.replace('"version":2', '"version":1'), /^it has format 1, not 2/],
  ['of an experiment', (text: string) => text.replace('"search":', '"experiment":'), /^it is not a recording: search is missing/],
  [
    'with a trial too few',
    (text: string) => text.replace(/"spent":\[\[[^\]]*\],/, '"spent":['),
    /^it is not a recording: logs\[0\] is missing or not what it should be/,
  ],
])('a recording %s is refused', (_, spoil, problem) => {
  const checked = checkSearchRecording(spoil(JSON.stringify(recording)));
  expect(checked).toMatchObject({ problem: expect.stringMatching(problem) as string });
});

it('a search in the form of a file is the same search', () => {
  expect(parseSearch(writeSearch(search), search.id)).toEqual(search);
});

it('changes are checked like a file', () => {
  expect(changeSearch(search, { budget: { trials: 0 } })).toMatchObject({ problems: [{ path: 'search.budget.trials', found: '0' }] });
  expect(changeSearch(search, { folds: 60 })).toMatchObject({
    problems: [{ path: 'search.folds', found: '60', allowed: expect.stringContaining('48') as string }],
  });
  const alone = changeSearch(search, { strategies: [search.strategies[1]!], folds: undefined });
  expect(alone).toMatchObject({ search: { strategies: [{ name: 'random' }], verdicts: [] } });
});
