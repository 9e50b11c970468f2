import { describe, expect, it } from 'vitest';
import { expand } from '../../../../src/experiments/spec/expand.ts';
import { bestArms, rankArms } from '../../../../src/islands/experiment/trial/bestArms.ts';
import { bestSoFar } from '../../../../src/islands/experiment/trial/bestSoFar.ts';
import { LiveRuns } from '../../../../src/islands/experiment/trial/liveRuns.ts';
import { runAtStep } from '../../../../src/islands/experiment/trial/runAtStep.ts';
import type { Ending } from '../../../../src/experiments/train/result.ts';
import { history, liveRun, oneAxis } from '../../../figures/data.ts';

const sizes = Array.from({ length: 30 }, (_, index) => index + 1);
const experiment = oneAxis({ compare: { 'training.batchSize': sizes }, verdict: { metric: 'loss', split: 'train', below: 1 } });

/** Final losses by arm, a list over seeds; NaN: diverged. */
function trial(losses: Record<string, number[]>) {
  const runs = expand(experiment, [1, 2, 3]);
  const live = new LiveRuns(runs);
  runs.forEach(({ arm, seed }, index) => {
    const loss = losses[arm.label]?.[seed - 1];
    if (loss === undefined) return;
    const ending: Ending = Number.isNaN(loss) ? { state: 'diverged', step: 20, explanation: '' } : { state: 'finished' };
    live.setResult(index, { arm: arm.label, seed, engine: 'fused', digest: '', trainingTime: 1, totalTime: 1, ending, history: history([9, loss]) });
  });
  return { experiment, arms: experiment.arms, live };
}

describe('the arms of a sweep', () => {
  const now = trial({ '3': [0.5, 0.7, 0.6], '7': [0.4], '9': [NaN, 0.1], '12': [NaN] });

  it('are ranked by the median of the seeds that are done', () => {
    expect(rankArms(now).map(({ arm, value, seeds }) => [arm.label, value, seeds])).toEqual([
      ['9', 0.1, 1],
      ['7', 0.4, 1],
      ['3', 0.6, 3],
    ]);
    expect(bestArms(now, 5).map(({ label }) => label)).toEqual(['9', '7', '3', '1', '2']);
  });

  it('have a best one, which is told', () => {
    expect(bestSoFar(now)).toEqual({ arm: '9', quantity: 'final training loss', value: 0.1, seeds: 1 });
    expect(bestSoFar(trial({}))).toBeUndefined();
  });
});

describe('runAtStep', () => {
  const run = liveRun('10', 1, [3, 2, 1]);
  it('takes the values of the last point up to then', () => {
    // Ten steps an epoch.
    expect(runAtStep(run, 19).final).toEqual({ 'train.loss': 2 });
    expect(runAtStep(run, 0).final).toEqual({ 'train.loss': 3 });
    expect(runAtStep(run, 19).history).toBe(run.history);
  });

  it('leaves a run alone that had come to its end', () => {
    expect(runAtStep(run, 20)).toBe(run);
    expect(runAtStep(run, 500)).toBe(run);
  });

  it('does not know yet that a run will diverge', () => {
    const wild = liveRun('10', 1, [3, 2, 1], { state: 'diverged', step: 25, explanation: '' });
    expect(runAtStep(wild, 10).ending).toBeUndefined();
    expect(runAtStep(wild, 30).ending?.state).toBe('diverged');
  });
});
