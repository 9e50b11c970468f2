import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { RunResult } from '../../src/experiments/train/result.ts';
import { tidyCsv } from '../../src/export/results/tidyCsv.ts';

const result: RunResult = {
  arm: 'batch, "50"',
  seed: 3,
  engine: 'fused',
  ending: { state: 'diverged', step: 12, explanation: '' },
  history: {
    step: Float64Array.of(0, 5),
    epoch: Float64Array.of(0, 0.1 + 0.2),
    columns: [
      { split: 'train', metric: 'loss', values: Float64Array.of(1 / 3, 1e-300) },
      { split: 'validation', metric: 'accuracy', values: Float64Array.of(0.5, Math.fround(0.1)) },
    ],
  },
  digest: '',
  trainingTime: 1.25,
  totalTime: 2.5,
};

it('reads back as the same numbers, whatever an arm is called', () => {
  const rows = Papa.parse<string[]>(tidyCsv([result]).trim()).data;
  expect(rows[0]).toEqual(['arm', 'seed', 'step', 'epoch', 'split', 'metric', 'value']);
  expect(
    rows.slice(1).map(([arm, seed, step, epoch, split, metric, value]) => [arm, Number(seed), Number(step), Number(epoch), split, metric, Number(value)]),
  ).toEqual([
    ['batch, "50"', 3, 0, 0, 'train', 'loss', 1 / 3],
    ['batch, "50"', 3, 0, 0, 'validation', 'accuracy', 0.5],
    ['batch, "50"', 3, 5, 0.1 + 0.2, 'train', 'loss', 1e-300],
    ['batch, "50"', 3, 5, 0.1 + 0.2, 'validation', 'accuracy', Math.fround(0.1)],
    ['batch, "50"', 3, 5, 0.1 + 0.2, 'run', 'divergedAt', 12],
    ['batch, "50"', 3, 5, 0.1 + 0.2, 'run', 'trainingTime', 1.25],
    ['batch, "50"', 3, 5, 0.1 + 0.2, 'run', 'totalTime', 2.5],
  ]);
});
