import { expect, it } from 'vitest';
import { estimateSeconds } from '../../../../src/experiments/plan/estimate.ts';
import type { RunResult } from '../../../../src/experiments/train/result.ts';
import { durationText } from '../../../../src/islands/experiment/controls/estimateText.ts';
import { compareTimes } from '../../../../src/islands/experiment/trial/estimates.ts';
import { learnPace, paces } from '../../../../src/islands/experiment/trial/pace.ts';
import { example } from '../../../export/examples.ts';
import { history } from '../../../figures/data.ts';

const experiment = example({ compare: { 'training.batchSize': [4, 16] } });

it('compares only runs that used up their budget', () => {
  const result = (arm: string, ending: RunResult['ending'], totalTime: number): RunResult => ({
    ...{ arm, seed: 1, engine: 'fused', ending, history: history([1]), digest: '', trainingTime: 0, totalTime },
  });
  const [small] = experiment.arms.map(({ configuration }) => estimateSeconds(configuration));
  const { estimated, measured } = compareTimes(experiment.arms, [
    result('4', { state: 'finished' }, 500),
    result('16', { state: 'cancelled' }, 100),
    result('16', { state: 'diverged', step: 3, explanation: '' }, 100),
  ]);
  expect(estimated).toBeCloseTo(small!, 12);
  expect(measured).toBe(0.5);
});

it('learns how fast the machine is, engine by engine, from runs that are long enough to tell', () => {
  learnPace('tfjs-cpu', 0.001, 0.01);
  expect(paces.value['tfjs-cpu']).toBeUndefined();
  learnPace('tfjs-cpu', 0.5, 10);
  expect(paces.value).toEqual({ fused: 1, 'tfjs-cpu': 20 });
});

it('says a time with the digits that an estimate has', () => {
  expect([3.4, 12.34, 61, 130, 7300].map(durationText)).toEqual(['3 s', '12 s', '61 s', '2 min', '2 h']);
});
