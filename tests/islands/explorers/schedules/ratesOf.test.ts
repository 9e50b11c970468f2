import { describe, expect, it } from 'vitest';
import { lengthOf, ratesOf, spreadUpdates } from '../../../../src/islands/explorers/schedules/ratesOf.ts';
import { chooseSchedule, START_RUN, type Run } from '../../../../src/islands/explorers/schedules/setup.ts';

/** 1200 updates, 40 per epoch, η₀ = 0.1 */
const run: Run = { epochs: 30, examples: 2000, batchSize: 50, learningRate: 0.1, warmUp: 0 };
const rates = (name: string, given: Record<string, number | boolean> = {}, change: Partial<Run> = {}) =>
  ratesOf({ ...chooseSchedule(name), ...given }, { ...run, ...change });

describe('the length of a run', () => {
  it('counts a smaller last batch as one update', () => {
    expect(lengthOf(run)).toEqual({ stepsPerEpoch: 40, totalSteps: 1200 });
    // 32 + 32 + 32 + 4
    expect(lengthOf({ ...run, examples: 100, batchSize: 32 })).toEqual({ stepsPerEpoch: 4, totalSteps: 120 });
    expect(lengthOf({ ...run, examples: 10, batchSize: 50 })).toEqual({ stepsPerEpoch: 1, totalSteps: 30 });
  });

  it('is gone through in evenly spread updates from the first to the last', () => {
    expect(spreadUpdates(run, 3)).toEqual([0, 600, 1199]);
    expect(spreadUpdates({ ...run, epochs: 1, batchSize: 500 }, 11)).toEqual([0, 1, 2, 3]);
    expect(spreadUpdates({ ...run, epochs: 1, batchSize: 2000 }, 11)).toEqual([0]);
  });
});

describe('the learning rate', () => {
  it('of cosine decay is half way between start and end in the middle', () => {
    expect(rates('cosine')(0)).toBe(0.1);
    expect(rates('cosine')(600)).toBeCloseTo(0.05, 12);
    expect(rates('cosine', { end: 0.2 })(600)).toBeCloseTo((0.1 + 0.02) / 2, 12);
    // (1 + cos 60°)/2 = 3/4 after a third
    expect(rates('cosine')(400)).toBeCloseTo(0.075, 12);
  });

  it('of step decay after k drops is η₀ γᵏ', () => {
    const rate = rates('stepDecay', { factor: 0.5, period: 10 });
    expect([0, 399, 400, 799, 800, 1199].map(rate)).toEqual([0.1, 0.1, 0.05, 0.05, 0.025, 0.025]);
  });

  it('of exponential decay falls to a share 1/e in 1/k epochs', () => {
    const rate = rates('exponential', { k: 0.1 });
    expect(rate(399)).toBeCloseTo(0.1 * Math.exp(-0.9), 12); // nine whole epochs
    expect(rate(400)).toBeCloseTo(0.1 / Math.E, 12);
  });

  it('of the range test goes through the geometric mean in the middle', () => {
    // 1201 updates: the middle is 600
    const rate = rates('rangeTest', { lowest: 1e-4, highest: 1 }, { epochs: 1201, examples: 1 });
    expect(rate(600)).toBeCloseTo(0.01, 12);
    expect(rate(1200)).toBeCloseTo(1, 12);
  });

  it('rises along a straight line during a warm-up, from the tenth that is the catalog’s default', () => {
    const rate = rates('constant', {}, { warmUp: 5 });
    expect(rate(0)).toBeCloseTo(0.01, 12);
    expect(rate(100)).toBeCloseTo(0.055, 12); // half of 5·40 updates
    expect(rate(200)).toBe(0.1);
    // The schedule then has the other 1000 updates: its middle is at 200 + 500.
    expect(rates('cosine', {}, { warmUp: 5 })(700)).toBeCloseTo(0.05, 12);
  });

  it('of reduce on plateau drops once the given loss has not fallen for as long as the patience', () => {
    // The loss of epoch 10 is the last better one; epochs 11 to 14 are not, so that epoch 15, the one after them, has the lower rate.
    const rate = rates('reduceOnPlateau', { factor: 0.5, patience: 4 });
    const inEpoch = (epoch: number) => rate((epoch - 1) * 40);
    expect([1, 14, 15, 18, 19].map(inEpoch)).toEqual([0.1, 0.1, 0.05, 0.05, 0.025]);
    expect(rate(14 * 40 - 1)).toBe(0.1);
    const impatient = rates('reduceOnPlateau', { factor: 0.5, patience: 4, minDelta: 0.5 });
    // Best is 0.92, after epoch 1; 0.92 − 0.5 = 0.42 is first undercut after epoch 8: epochs 2 to 5 are four without a better one.
    expect([5, 6].map((epoch) => impatient((epoch - 1) * 40))).toEqual([0.1, 0.05]);
  });
});

it('starts with a run of which the middle is a whole update', () => {
  expect(lengthOf(START_RUN).totalSteps % 2).toBe(0);
});
