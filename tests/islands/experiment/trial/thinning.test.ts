import { describe, expect, it } from 'vitest';
import { LiveRuns } from '../../../../src/islands/experiment/trial/liveRuns.ts';
import { Thinning } from '../../../../src/islands/experiment/trial/thinning.ts';
import { expand } from '../../../../src/experiments/spec/expand.ts';
import { history, oneAxis } from '../../../figures/data.ts';

/** 1001 points each, of 1000 runs: more than is kept. */
const thinning = () => new Thinning(1000, 1001);
const losses = Array.from({ length: 1001 }, (_, index) => 1000 - index);
/** ⌈1001 / 120⌉. */
const STRIDE = 9;

describe('Thinning', () => {
  it('keeps everything of a trial of usual size', () => {
    expect(new Thinning(60, 151).whole(history([3, 2, 1]))).toEqual(history([3, 2, 1]));
  });

  it('keeps the same points of a run in pieces as of a whole one', () => {
    const thin = thinning();
    const whole = thin.whole(history(losses));
    expect(thin.stride).toBe(STRIDE);
    expect(whole.epoch.length).toBe(Math.ceil(1001 / STRIDE) + 1);
    expect([...whole.epoch.slice(0, 3)]).toEqual([0, STRIDE, 2 * STRIDE]);
    expect(whole.epoch.at(-1)).toBe(1000);
    const { step, epoch, columns } = history(losses);
    const piece = (from: number, to: number) => ({
      step: step.slice(from, to),
      epoch: epoch.slice(from, to),
      columns: columns.map((column) => ({ ...column, values: column.values.slice(from, to) })),
    });
    const live = new LiveRuns(expand(oneAxis(), [1]), thinning());
    for (const [from, to] of [
      [0, 1],
      [1, 400],
      [400, 405],
      [405, 1001],
    ] as const)
      live.addPoints(0, piece(from, to));
    expect(live.gather()[0]?.history).toEqual(whole);
    expect(live.steps).toBe(step.at(-1));
  });

  it('leaves the final values of a run exact, also of one that stopped early', () => {
    const live = new LiveRuns(expand(oneAxis(), [1]), thinning());
    const best = { epoch: 47, step: 470, value: 953 };
    const kept = live.setResult(0, {
      arm: '10',
      seed: 1,
      engine: 'fused',
      digest: 'd',
      trainingTime: 1,
      totalTime: 1,
      ending: { state: 'finished', earlyStopping: { stopped: true, epoch: 50, best, restored: true, explanation: '' } },
      history: history(losses.slice(0, 51)),
    });
    expect([...kept.history.epoch]).toEqual([0, 9, 18, 27, 36, 45, 47, 50]);
    expect([...live.gather()[0]!.history.epoch]).toEqual([0, 9, 18, 27, 36, 45]);
    expect(Object.values(live.runs[0]!.final!)).toContain(953);
  });
});
