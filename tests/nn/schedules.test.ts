/** Schedules against values worked out by hand from their definitions. All with η₀ = 0.8, 10 updates per epoch, 100 in all. */
import { beforeAll, describe, expect, it } from 'vitest';
import { libm } from '../../src/kernel/libm.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { schedules, warmUp } from '../../src/nn/catalog.ts';
import { findEntry, withDefaults, type Choice } from '../../src/nn/entry.ts';
import type { Moment } from '../../src/nn/schedules/entry.ts';
import { observePlateau, startPlateau } from '../../src/nn/schedules/plateau.ts';
import { scheduledRate, scheduledRates } from '../../src/nn/schedules/scheduledRate.ts';

const ETA = 0.8;
const EPOCH = 10;
const TOTAL = 100;
let moment: Moment;

beforeAll(async () => {
  moment = { step: 0, totalSteps: TOTAL, stepsPerEpoch: EPOCH, learningRate: ETA, math: libm(await loadKernel()) };
});

const e = Math.E;
const half = Math.SQRT1_2; // cos(π/4)

const rows: { name: string; given?: Record<string, number | boolean>; expected: Record<number, number>; why: string }[] = [
  { name: 'constant', expected: { 0: ETA, 57: ETA, 99: ETA }, why: 'η₀' },
  { name: 'timeBased', given: { k: 0.1 }, expected: { 0: ETA, 10: ETA / 2, 20: ETA / 3, 90: ETA / 10 }, why: 'η₀/(1 + kt), t in updates' },
  { name: 'timeBased', given: { k: 0.5, perEpoch: true }, expected: { 9: ETA, 10: ETA / 1.5, 19: ETA / 1.5, 20: ETA / 2 }, why: 't in whole epochs' },
  // Stewart's example: rate 0.1, decay 0.1/60, after 60 updates 0.1/1.1
  { name: 'timeBased', given: { k: 0.1 / 60 }, expected: { 60: ETA / 1.1 }, why: 'source C, C4' },
  { name: 'exponential', given: { k: 0.5 }, expected: { 0: ETA, 9: ETA, 20: ETA / e, 40: ETA / e ** 2 }, why: 'η₀e^(−kt), t in whole epochs' },
  { name: 'exponential', given: { k: 0.01, perEpoch: false }, expected: { 50: ETA / Math.sqrt(e), 99: ETA * e ** -0.99 }, why: 't in updates' },
  {
    name: 'stepDecay',
    given: { factor: 0.5, period: 3 },
    expected: { 0: ETA, 29: ETA, 30: ETA / 2, 59: ETA / 2, 60: ETA / 4, 99: ETA / 8 },
    why: 'halved every 3 epochs',
  },
  { name: 'stepDecay', given: { factor: 0.1, period: 0.5 }, expected: { 4: ETA, 5: ETA / 10, 10: ETA / 100 }, why: 'parts of an epoch' },
  { name: 'polynomial', expected: { 0: ETA, 25: 0.75 * ETA, 50: ETA / 2, 99: 0.01 * ETA }, why: 'a straight line to 0 at update 100' },
  {
    name: 'polynomial',
    given: { power: 2, end: 0.2 },
    expected: { 0: ETA, 50: ETA * (0.2 + 0.8 / 4), 90: ETA * (0.2 + 0.8 / 100) },
    why: 'a parabola to a fifth',
  },
  { name: 'cosine', expected: { 0: ETA, 25: (ETA * (1 + half)) / 2, 50: ETA / 2, 75: (ETA * (1 - half)) / 2 }, why: 'cos 0, π/4, π/2, 3π/4' },
  { name: 'cosine', given: { end: 0.5 }, expected: { 0: ETA, 50: 0.75 * ETA }, why: 'half way to a half' },
  {
    name: 'cosineRestarts',
    given: { period: 2, multiplier: 2 },
    // periods of 20, 40, 80 updates: restarts at 20 and 60
    expected: { 0: ETA, 10: ETA / 2, 15: (ETA * (1 - half)) / 2, 20: ETA, 40: ETA / 2, 60: ETA, 80: (ETA * (1 + half)) / 2 },
    why: 'Loshchilov & Hutter (2017), eq. 5',
  },
  {
    name: 'cosineRestarts',
    given: { period: 2, multiplier: 1, end: 0.5 },
    expected: { 10: 0.75 * ETA, 20: ETA, 30: 0.75 * ETA, 80: ETA },
    why: 'equal periods',
  },
  {
    name: 'triangular',
    given: { low: 0.25, halfPeriod: 2 },
    expected: { 0: ETA / 4, 10: ETA * 0.625, 20: ETA, 30: ETA * 0.625, 40: ETA / 4, 60: ETA },
    why: 'Smith (2017), section 3.2: up in 20 updates, down in 20',
  },
  {
    name: 'triangular',
    given: { low: 0.25, halfPeriod: 2, halving: true },
    expected: { 20: ETA, 40: ETA / 4, 60: ETA * 0.625 },
    why: 'triangular2: the second cycle half as high',
  },
  {
    name: 'oneCycle',
    given: { start: 0.1, end: 0.01, rise: 1 / 3 },
    // of 99 steps 33 rise: half way at 16.5; then 66 fall: half way at 66
    expected: { 0: 0.1 * ETA, 33: ETA, 66: ((1 + 0.01) / 2) * ETA, 99: 0.01 * ETA },
    why: 'from start to peak to end',
  },
  { name: 'oneCycle', given: { rise: 0 }, expected: { 0: ETA }, why: 'no rise' },
  { name: 'oneCycle', given: { rise: 1 }, expected: { 99: ETA }, why: 'no fall' },
  // 99 steps over 9 decades: a decade every 11
  { name: 'rangeTest', given: { lowest: 1e-8, highest: 10 }, expected: { 0: 1e-8, 11: 1e-7, 22: 1e-6, 88: 1, 99: 10 }, why: 'the same factor at each update' },
  { name: 'reduceOnPlateau', expected: { 0: ETA, 99: ETA }, why: 'nothing seen yet' },
];

it('has a row here for every schedule', () => {
  expect(schedules.map((entry) => entry.name).filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
});

describe.each(rows)('$name, $why', ({ name, given, expected }) => {
  it.each(Object.entries(expected).map(([step, rate]) => ({ step: Number(step), rate })))('update $step: $rate', ({ step, rate }) => {
    expect(scheduledRate(choose(name, given), { ...moment, step }) / rate).toBeCloseTo(1, 12);
  });
});

it.each(schedules.map(({ name }) => name))('%s stays finite and not negative in runs of one update and past their end', (name) => {
  for (const totalSteps of [1, 2, 100]) {
    for (const step of [0, 1, 99, 100, 1000]) {
      const rate = scheduledRate(choose(name), { ...moment, step, totalSteps, stepsPerEpoch: 1 });
      expect(Number.isFinite(rate) && rate >= 0, `${rate} at ${step} of ${totalSteps}`).toBe(true);
    }
  }
});

it('gives the rates of many updates at once', () => {
  const rates = scheduledRates(choose('polynomial'), { ...moment, step: 50 }, 3);
  [0.5, 0.49, 0.48].forEach((share, i) => expect(rates[i]! / ETA).toBeCloseTo(share, 12));
});

describe('warm-up', () => {
  const warm = withDefaults(warmUp, { epochs: 2, start: 0.1 });

  it('rises along a line to what the schedule starts with', () => {
    // 20 updates from 0.1 to 1
    const expected = { 0: 0.1, 5: 0.325, 10: 0.55, 20: 1 };
    for (const [step, share] of Object.entries(expected)) {
      expect(scheduledRate(choose('constant'), { ...moment, step: Number(step) }, warm) / ETA).toBeCloseTo(share, 12);
    }
  });

  it('leaves the schedule the rest of the run', () => {
    // 80 updates are left: half of a straight line to 0 is at 20 + 40
    expect(scheduledRate(choose('polynomial'), { ...moment, step: 60 }, warm) / ETA).toBeCloseTo(0.5, 12);
    expect(scheduledRate(choose('cosine'), { ...moment, step: 60 }, warm) / ETA).toBeCloseTo(0.5, 12);
    // epochs count from its end, too
    expect(scheduledRate(choose('stepDecay', { period: 3 }), { ...moment, step: 49 }, warm)).toBe(ETA);
    expect(scheduledRate(choose('stepDecay', { period: 3 }), { ...moment, step: 50 }, warm)).toBe(ETA / 2);
  });

  it('rises to the first rate of a schedule that does not start at η₀', () => {
    expect(scheduledRate(choose('triangular', { low: 0.5 }), { ...moment, step: 10 }, warm) / ETA).toBeCloseTo(0.5 * 0.55, 12);
  });
});

describe('reduce on plateau', () => {
  const rule = (given: Record<string, number> = {}) => choose('reduceOnPlateau', { factor: 0.5, patience: 2, minDelta: 0.1, ...given });
  /** Learning rates after each of the values, as shares of the first. */
  const follow = (values: number[], choice: Choice) => {
    let state = startPlateau(ETA);
    return values.map((value) => {
      state = observePlateau(state, value, choice);
      return scheduledRate(choice, { ...moment, plateau: state }) / ETA;
    });
  };

  it('waits for as many epochs as it has patience, again after each reduction', () => {
    expect(follow([1, 1, 1, 1, 1], rule())).toEqual([1, 1, 0.5, 0.5, 0.25]);
  });

  it('counts as better only what is better by more than minDelta', () => {
    expect(follow([1, 0.95, 0.92], rule())).toEqual([1, 1, 0.5]);
    expect(follow([1, 0.95, 0.85, 0.8, 0.76], rule())).toEqual([1, 1, 1, 1, 0.5]);
  });

  it('starts to count anew with a better value', () => {
    expect(follow([1, 1, 0.5, 0.5, 0.5], rule())).toEqual([1, 1, 1, 1, 0.5]);
  });

  // Keras: the counter falls from 3 to 0 in three epochs, of which the last counts again.
  it('does not count while it cools down', () => {
    expect(follow([1, 1, 1, 1, 1, 1, 1, 1], rule({ cooldown: 3 }))).toEqual([1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25]);
  });

  it('stops at its minimum', () => {
    const shares = follow([1, 1, 1, 1, 1, 1, 1], rule({ minimum: 0.3 * ETA }));
    [1, 1, 0.5, 0.5, 0.3, 0.3, 0.3].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 12));
  });

  it('counts a value that is not a number as not better', () => {
    expect(follow([1, NaN, NaN], rule())).toEqual([1, 1, 0.5]);
  });
});

function choose(name: string, given: Record<string, number | boolean> = {}): Choice {
  return withDefaults(findEntry('schedule', schedules, name), given);
}
