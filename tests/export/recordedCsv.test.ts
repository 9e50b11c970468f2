import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { ArmRecording } from '../../src/experiments/record/recording.ts';
import { recordedCsv } from '../../src/export/results/recordedCsv.ts';

const arm: ArmRecording = {
  label: 'rate, "0.1"',
  labels: {},
  parameterCount: 3,
  updates: 40,
  epochs: 4,
  examplesSeen: 400,
  runs: [
    { seed: 1, ending: 'finished', digest: '', final: { 'train.loss': 0.25 }, best: { 'train.loss': 0.125 } },
    { seed: 2, ending: 'diverged', digest: '', final: { 'train.loss': null }, best: { 'train.loss': null } },
    {
      seed: 3,
      ending: 'finished',
      digest: '',
      stop: { epoch: 2, best: 1, stopped: true, restored: false },
      final: { 'train.loss': 0.5 },
      best: { 'train.loss': 0.5 },
    },
  ],
  curve: { step: [0, 40], epoch: [0, 4], median: [1, 0.5], low: [0.9, 0.25], high: [1.1, 0.75], first: [1] },
};

it('has one row for each recorded number, says what it is, and leaves empty what is not known', () => {
  const show = { metric: 'loss', split: 'train', scale: 'log', x: 'epoch' } as const;
  const [head, ...rows] = Papa.parse<string[]>(recordedCsv({ show }, { arms: [arm] }).trim()).data;
  expect(head).toEqual(['arm', 'seed', 'statistic', 'step', 'epoch', 'split', 'metric', 'value']);
  expect(rows.map((row) => row.slice(1).join(' '))).toEqual([
    '1 final 40 4 train loss 0.25',
    '1 best   train loss 0.125',
    // A run that diverged, or stopped early, did not end where the budget does.
    '2 final   train loss ',
    '2 best   train loss ',
    '3 final   train loss 0.5',
    '3 best   train loss 0.5',
    ' median 0 0 train loss 1',
    ' median 40 4 train loss 0.5',
    ' lower quartile 0 0 train loss 0.9',
    ' lower quartile 40 4 train loss 0.25',
    ' upper quartile 0 0 train loss 1.1',
    ' upper quartile 40 4 train loss 0.75',
    '1 value 0 0 train loss 1',
  ]);
  expect(new Set(rows.map(([label]) => label))).toEqual(new Set(['rate, "0.1"']));
});
