import { expect, test } from 'vitest';
import { judge } from '../../../src/experiments/verdicts/judge.ts';
import { summarize } from '../../../src/experiments/train/summary.ts';
import type { Ending, RunResult } from '../../../src/experiments/train/result.ts';
import { circlesExperiment } from '../examples.ts';

/** A run whose training loss went through `losses` at steps 0, 10, 30. */
function result(arm: string, seed: number, losses: number[], ending: Ending = { state: 'finished' }): RunResult {
  const step = Float64Array.from([0, 10, 30].slice(0, losses.length));
  return {
    arm,
    seed,
    engine: 'fused',
    ending,
    digest: '',
    trainingTime: 0,
    totalTime: 0,
    history: { step, epoch: step, columns: [{ split: 'train', metric: 'loss', values: Float64Array.from(losses) }] },
  };
}
const diverged: Ending = { state: 'diverged', step: 3, explanation: '' };

function judged(verdict: object, finals: Record<string, (number | 'diverged')[]>) {
  const experiment = circlesExperiment({
    compare: { 'training.batchSize': Object.keys(finals).map(Number) },
    verdict: { metric: 'loss', split: 'train', ...verdict },
  });
  const results = Object.entries(finals).flatMap(([arm, values]) =>
    values.map((value, i) => (value === 'diverged' ? result(arm, i + 1, [1], diverged) : result(arm, i + 1, [1, 1, value]))),
  );
  return judge(experiment, results)[0]!;
}

test('a run in one number: final, best, and area by the trapezoid rule', () => {
  const run = result('10', 1, [4, 1, 2]);
  expect(summarize(run, 'train', 'loss', 'final')).toBe(2);
  expect(summarize(run, 'train', 'loss', 'best')).toBe(1);
  // Where a validation split chooses the point, the others are read there.
  const columns = [...run.history.columns, { split: 'validation' as const, metric: 'loss', values: Float64Array.from([3, 2, 1]) }];
  const chosen = { ...run, history: { ...run.history, columns } };
  expect(summarize(chosen, 'train', 'loss', 'best')).toBe(2);
  expect(summarize(chosen, 'validation', 'loss', 'best')).toBe(1);
  // (4 + 1)/2 · 10 + (1 + 2)/2 · 20 = 25 + 30 over 30 steps.
  expect(summarize(run, 'train', 'loss', 'area')).toBeCloseTo(55 / 30, 12);
  expect(summarize(run, 'validation', 'loss', 'final')).toBeUndefined();
  expect(summarize(result('10', 1, [4], diverged), 'train', 'loss', 'best')).toBe(Infinity);
  expect(summarize(result('10', 1, [4], { state: 'cancelled' }), 'train', 'loss', 'final')).toBeUndefined();
});

test('holds: in enough seeds, and the interval excludes zero', () => {
  const { outcome, agree, against, seeds, effect } = judged({ ascending: [10, 20] }, { 10: Array(7).fill(1), 20: [2, 2, 3, 2, 2, 2, 2] });
  expect({ outcome, agree, against, seeds }).toEqual({ outcome: 'holds', agree: 7, against: 0, seeds: 7 });
  // Differences 1, 1, 2, 1, 1, 1, 1.
  expect(effect).toEqual({ median: 1, low: 1, high: 2 });
});

test('exactly the share that is asked for is enough', () => {
  // 16 of 20: the fifth smallest difference, where the interval begins, is the first of the 16.
  const baseline = Array.from({ length: 20 }, (_, i) => (i < 16 ? 1 : 3));
  expect(judged({ ascending: [10, 20], inAtLeast: 0.8 }, { 10: baseline, 20: Array(20).fill(2) })).toMatchObject({ outcome: 'holds', agree: 16, against: 4 });
  expect(judged({ ascending: [10, 20], inAtLeast: 0.85 }, { 10: baseline, 20: Array(20).fill(2) })).toMatchObject({ outcome: 'open', agree: 16 });
});

test('a share that is high enough is not, if the interval reaches zero', () => {
  // 8 of 10: the interval begins at the smallest difference.
  const judgement = judged({ ascending: [10, 20], inAtLeast: 0.8 }, { 10: [1, 1, 1, 1, 3, 1, 1, 1, 1, 3], 20: Array(10).fill(2) });
  expect(judgement).toMatchObject({ outcome: 'open', agree: 8, against: 2, effect: { low: -1, high: 1 } });
});

test('reversed: the opposite holds, by the same rule', () => {
  expect(judged({ ascending: [10, 20] }, { 10: Array(7).fill(2), 20: Array(7).fill(1) })).toMatchObject({ outcome: 'reversed', agree: 0, against: 7 });
  // As far from the claim as the claim would have to be from its opposite: 6 of 7 do not suffice, because the interval is all of them.
  expect(judged({ ascending: [10, 20] }, { 10: Array(7).fill(2), 20: [1, 1, 1, 1, 1, 1, 3] })).toMatchObject({ outcome: 'open', agree: 1, against: 6 });
});

test('no difference: what there is, is too small to matter', () => {
  const close = { 10: Array(7).fill(1), 20: [1.001, 0.999, 1, 1.002, 0.998, 1.001, 1.001] };
  expect(judged({ ascending: [10, 20], matters: 0.01 }, close)).toMatchObject({ outcome: 'no difference', agree: 0, against: 0, matters: 0.01 });
  expect(judged({ ascending: [10, 20], matters: 0.002 }, close)).toMatchObject({ outcome: 'open', agree: 1 });
  expect(judged({ ascending: [10, 20], matters: 0 }, { 10: Array(7).fill(1), 20: Array(7).fill(1.001) })).toMatchObject({ outcome: 'holds', agree: 7 });
});

test('what matters: a share of the loss of chance by default, or of the larger value', () => {
  const experiment = (matters?: object) =>
    circlesExperiment({
      compare: { 'training.batchSize': [10, 20] },
      verdict: { metric: 'loss', split: 'train', ascending: [10, 20], ...(matters && { matters }) },
    });
  const runs = Array.from({ length: 7 }, (_, i) =>
    [result('10', i + 1, [1, 1, 0.5]), result('20', i + 1, [1, 1, 0.51])].map((run) => ({ ...run, chance: 2 })),
  ).flat();
  // 1 % of 2 is more than the 0.01 between them.
  expect(judge(experiment(), runs)[0]).toMatchObject({ outcome: 'no difference', matters: 0.02 });
  expect(judge(experiment({ ofChance: 0.004 }), runs)[0]).toMatchObject({ outcome: 'holds', matters: 0.008 });
  expect(judge(experiment({ share: 0.1 }), runs)[0]).toMatchObject({ outcome: 'no difference', matters: expect.closeTo(0.051, 12) as number });
});

test('open: in between, or with fewer than seven seeds', () => {
  expect(judged({ ascending: [10, 20] }, { 10: Array(8).fill(2), 20: [1, 3, 1, 3, 1, 3, 1, 3] })).toMatchObject({ outcome: 'open', agree: 4, against: 4 });
  expect(judged({ ascending: [10, 20] }, { 10: Array(6).fill(1), 20: Array(6).fill(2) })).toMatchObject({
    outcome: 'open',
    agree: 6,
    effect: { median: 1, low: null, high: null },
  });
});

test('of three arms the ends and the trend are judged, and each step is told', () => {
  const seven = (value: number) => Array(7).fill(value) as number[];
  const order = { ascending: [10, 20, 40] };
  expect(judged(order, { 10: seven(1), 20: seven(2), 40: seven(3) })).toMatchObject({ outcome: 'holds', agree: 7, steps: ['holds', 'holds'] });
  // The two in front are alike: the order holds from end to end, and the step says that it is none.
  expect(judged({ ...order, matters: 0.1 }, { 10: seven(1), 20: seven(1.01), 40: seven(3) })).toMatchObject({
    outcome: 'holds',
    steps: ['no difference', 'holds'],
  });
  // The middle one is above both: no order, however far apart the ends are.
  expect(judged(order, { 10: seven(1), 20: seven(3), 40: seven(2) })).toMatchObject({ outcome: 'open', steps: ['holds', 'reversed'], effect: { median: 1 } });
  expect(judged(order, { 10: seven(3), 20: seven(2), 40: seven(1) })).toMatchObject({ outcome: 'reversed', agree: 0, against: 7 });
  // Equal ends with something else between them are not all the same.
  expect(judged({ ...order, matters: 0.1 }, { 10: seven(1), 20: seven(3), 40: seven(1) })).toMatchObject({ outcome: 'open', steps: ['holds', 'reversed'] });
  expect(judged({ ...order, matters: 0.1 }, { 10: seven(1), 20: seven(1), 40: seven(1) })).toMatchObject({ outcome: 'no difference' });
  // In each seed the middle one is elsewhere, the ends are where they should be: of three pairs, two rise.
  expect(judged(order, { 10: seven(1), 20: [0, 4, 0, 4, 0, 4, 2], 40: seven(3) })).toMatchObject({ outcome: 'holds', agree: 7, steps: ['open', 'open'] });
});

test('thresholds: the worst arm speaks for all', () => {
  const finals = { 10: Array(7).fill(0.25), 20: Array(7).fill(0.75) };
  expect(judged({ below: 1 }, finals)).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 0.75 } });
  expect(judged({ below: 0.5 }, finals)).toMatchObject({ outcome: 'reversed', agree: 0, against: 7, effect: { median: 0.75 } });
  expect(judged({ above: 0.125 }, finals)).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 0.25 } });
  expect(judged({ below: 0.5, where: { 'training.batchSize': 10 } }, finals)).toMatchObject({ outcome: 'holds', effect: { median: 0.25 } });
  // Just at the bound is on neither side.
  expect(judged({ below: 0.75 }, finals)).toMatchObject({ outcome: 'no difference', agree: 0, against: 0 });
});

test('a run that diverged counts as an infinite loss', () => {
  const judgement = judged({ ascending: [10, 20] }, { 10: Array(7).fill(1), 20: Array(7).fill('diverged') });
  expect(judgement).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: null, low: null, high: null } });
  expect(judged({ ascending: [10, 20] }, { 10: Array(7).fill('diverged'), 20: Array(7).fill('diverged') })).toMatchObject({
    outcome: 'no difference',
    agree: 0,
    against: 0,
    effect: { median: 0 },
  });
});

test('a seed in which an arm is missing, cancelled or failed does not count', () => {
  const experiment = circlesExperiment({ compare: { 'training.batchSize': [10, 20] }, verdict: { metric: 'loss', split: 'train', ascending: [10, 20] } });
  const results = [
    result('10', 1, [1, 1, 1]),
    result('20', 1, [1, 1, 2]),
    result('10', 2, [1, 1, 1]),
    result('20', 2, [1], { state: 'cancelled' }),
    result('10', 3, [1, 1, 1]),
  ];
  expect(judge(experiment, results)[0]).toMatchObject({ agree: 1, seeds: 1 });
  expect(judge(experiment, [])[0]).toMatchObject({ agree: 0, seeds: 0, outcome: 'open', effect: { median: null } });
});
