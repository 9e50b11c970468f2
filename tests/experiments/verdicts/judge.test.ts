import { expect, test } from 'vitest';
import { bootstrapMedian } from '../../../src/experiments/verdicts/bootstrap.ts';
import { judge } from '../../../src/experiments/verdicts/judge.ts';
import { summarize } from '../../../src/experiments/train/summary.ts';
import type { Ending, RunResult } from '../../../src/experiments/train/result.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';

const kernel = await loadKernel();

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
  return judge(experiment, results, kernel)[0]!;
}

test('a run in one number: final, best, and area by the trapezoid rule', () => {
  const run = result('10', 1, [4, 1, 2]);
  expect(summarize(run, 'train', 'loss', 'final')).toBe(2);
  expect(summarize(run, 'train', 'loss', 'best')).toBe(1);
  // (4 + 1)/2 · 10 + (1 + 2)/2 · 20 = 25 + 30 over 30 steps.
  expect(summarize(run, 'train', 'loss', 'area')).toBeCloseTo(55 / 30, 12);
  expect(summarize(run, 'validation', 'loss', 'final')).toBeUndefined();
  expect(summarize(result('10', 1, [4], diverged), 'train', 'loss', 'best')).toBe(Infinity);
  expect(summarize(result('10', 1, [4], { state: 'cancelled' }), 'train', 'loss', 'final')).toBeUndefined();
});

test('supported: it held in enough seeds, and the interval excludes zero', () => {
  const { outcome, agree, seeds, effect } = judged({ ascending: [10, 20] }, { 10: [1, 1, 1, 1, 1], 20: [2, 2, 3, 2, 2] });
  expect({ outcome, agree, seeds }).toEqual({ outcome: 'supported', agree: 5, seeds: 5 });
  // Differences 1, 1, 2, 1, 1.
  expect(effect.median).toBe(1);
  expect(effect.low).toBe(1);
});

test('exactly the share that is asked for is enough', () => {
  // 16 of 20. A resample's median falls below 1 if it draws ten or more of the four: a chance of 0.3 %, outside the 95 %.
  const baseline = Array.from({ length: 20 }, (_, i) => (i < 16 ? 1 : 3));
  expect(judged({ ascending: [10, 20], inAtLeast: 0.8 }, { 10: baseline, 20: Array(20).fill(2) })).toMatchObject({ outcome: 'supported', agree: 16 });
  expect(judged({ ascending: [10, 20], inAtLeast: 0.85 }, { 10: baseline, 20: Array(20).fill(2) })).toMatchObject({ outcome: 'inconclusive', agree: 16 });
});

test('a share that is high enough is not, if the interval reaches zero', () => {
  // 8 of 10: a resample draws five or more of the two that disagree with a chance of 3.3 %, more than 2.5 %.
  const judgement = judged({ ascending: [10, 20], inAtLeast: 0.8 }, { 10: [1, 1, 1, 1, 3, 1, 1, 1, 1, 3], 20: Array(10).fill(2) });
  expect(judgement).toMatchObject({ outcome: 'inconclusive', agree: 8 });
  expect(judgement.effect.low).toBeLessThanOrEqual(0);
});

test('unsupported: it failed in as many seeds as it would have had to hold in', () => {
  expect(judged({ ascending: [10, 20], inAtLeast: 0.8 }, { 10: Array(5).fill(2), 20: [1, 1, 1, 1, 3] })).toMatchObject({ outcome: 'unsupported', agree: 1 });
});

test('inconclusive: in between, or with fewer than five seeds', () => {
  expect(judged({ ascending: [10, 20] }, { 10: Array(6).fill(2), 20: [1, 3, 1, 3, 1, 3] })).toMatchObject({ outcome: 'inconclusive', agree: 3 });
  expect(judged({ ascending: [10, 20] }, { 10: Array(4).fill(1), 20: Array(4).fill(2) })).toMatchObject({ outcome: 'inconclusive', agree: 4 });
});

test('every consecutive pair must rise strictly', () => {
  expect(judged({ ascending: [10, 20, 40] }, { 10: Array(5).fill(1), 20: Array(5).fill(3), 40: Array(5).fill(2) })).toMatchObject({
    agree: 0,
    effect: { median: 1 },
  });
  expect(judged({ ascending: [10, 20] }, { 10: Array(5).fill(1), 20: Array(5).fill(1) })).toMatchObject({ agree: 0, effect: { median: 0 } });
});

test('thresholds: the worst arm speaks for all', () => {
  const finals = { 10: Array(5).fill(0.25), 20: Array(5).fill(0.75) };
  expect(judged({ below: 1 }, finals)).toMatchObject({ outcome: 'supported', agree: 5, effect: { median: 0.75 } });
  expect(judged({ below: 0.5 }, finals)).toMatchObject({ outcome: 'unsupported', agree: 0, effect: { median: 0.75 } });
  expect(judged({ above: 0.125 }, finals)).toMatchObject({ outcome: 'supported', agree: 5, effect: { median: 0.25 } });
  expect(judged({ below: 0.5, where: { 'training.batchSize': 10 } }, finals)).toMatchObject({ outcome: 'supported', effect: { median: 0.25 } });
});

test('a run that diverged counts as an infinite loss', () => {
  const judgement = judged({ ascending: [10, 20] }, { 10: Array(5).fill(1), 20: Array(5).fill('diverged') });
  expect(judgement).toMatchObject({ outcome: 'supported', agree: 5, effect: { median: null, low: null, high: null } });
  expect(judged({ ascending: [10, 20] }, { 10: Array(5).fill('diverged'), 20: Array(5).fill('diverged') })).toMatchObject({
    outcome: 'unsupported',
    agree: 0,
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
  expect(judge(experiment, results, kernel)[0]).toMatchObject({ agree: 1, seeds: 1 });
  expect(judge(experiment, [], kernel)[0]).toMatchObject({ agree: 0, seeds: 0, outcome: 'inconclusive', effect: { median: null } });
});

test('the bootstrap interval of a median has about the width that theory gives', () => {
  // For n = 101 standard normal values the median has standard error 1.2533/√101 = 0.1247 (asymptotically), so the
  // interval is about ±1.96 · 0.1247 = ±0.24 wide. Expected normal quantiles, Φ⁻¹((i − 0.375)/(n + 0.25)), stand in for a sample.
  const values = Array.from({ length: 101 }, (_, i) => normalQuantile((i + 0.625) / 101.25));
  const { median, low, high } = bootstrapMedian(values, kernel);
  expect(median).toBeCloseTo(0, 9);
  expect(high - low).toBeGreaterThan(0.3);
  expect(high - low).toBeLessThan(0.7);
  expect(bootstrapMedian(values, kernel)).toEqual({ median, low, high });
});

/** By bisection on the error function's series: slow and sure. */
function normalQuantile(p: number): number {
  let [low, high] = [-6, 6];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalCdf(z: number): number {
  // Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/15 + …), Abramowitz & Stegun 26.2.11.
  let term = z;
  let sum = z;
  for (let k = 3; k < 200; k += 2) sum += term *= (z * z) / k;
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
