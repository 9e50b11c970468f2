import { expect, test } from 'vitest';
import { confusionText } from '../../src/cli/output/confusionText.ts';
import { EMPTY_HISTORY } from '../../src/experiments/train/history.ts';
import type { RunResult } from '../../src/experiments/train/result.ts';

const result = (seed: number, train?: number[][]): RunResult => ({
  ...{ arm: 'wide', seed, engine: 'fused', ending: { state: 'finished' }, history: EMPTY_HISTORY, digest: '', trainingTime: 0, totalTime: 0 },
  ...(train && { confusion: { train } }),
});

test('counts are summed over seeds, under the names of the classes', () => {
  const [text, ...more] = confusionText(
    [
      result(1, [
        [3, 1],
        [0, 4],
      ]),
      result(2, [
        [2, 2],
        [1, 3],
      ]),
    ],
    ['ham', 'spam'],
  );
  expect(more).toEqual([]);
  expect(text!.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
    ['Confusion matrix, wide, train, sum of 2 seeds'],
    ['actual ＼ predicted', 'ham', 'spam'],
    expect.any(Array),
    ['ham', '5', '3'],
    ['spam', '1', '7'],
  ]);
});

test('there is none where none was asked for', () => {
  expect(confusionText([result(1)], [])).toEqual([]);
});
