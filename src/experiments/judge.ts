/**
 * Is a claim borne out? Per seed, the claim holds if the metric rises strictly along the named arms
 * (or if every arm concerned is below or above the threshold); then over seeds. Arms of one seed are
 * paired, so differences are taken within a seed.
 *
 * supported: the claim held in a share of at least `inAtLeast` of the seeds, and the interval of the
 * median effect lies on the claimed side of zero. unsupported: it held in at most 1 − `inAtLeast`.
 * Otherwise, and with fewer than five seeds, inconclusive.
 */
import type { Kernel } from '../kernel/kernel.ts';
import { bootstrapMedian } from './bootstrap.ts';
import { arms as armsOf } from './expand.ts';
import { summarize } from './summary.ts';
import type { Arm, Experiment, Judgement, Outcome, RunResult, Verdict } from './types.ts';
import { armsOfVerdict } from './verdicts.ts';

/** With fewer seeds than this, no bootstrap interval means anything. */
export const FEWEST_SEEDS = 5;

/** One judgement per verdict. A seed counts if every arm concerned has finished or diverged in it. */
export function judge(experiment: Experiment, results: readonly RunResult[], kernel: Kernel): Judgement[] {
  const arms = armsOf(experiment);
  const runs = new Map(results.map((result) => [keyOf(result.arm, result.seed), result]));
  const seeds = [...new Set(results.map(({ seed }) => seed))];
  return experiment.verdicts.map((verdict) => {
    const concerned = armsOfVerdict(verdict, experiment.axes, arms);
    const trials = seeds.flatMap((seed) => trialsOf(verdict, concerned, (arm) => runs.get(keyOf(arm, seed))));
    return weigh(verdict, trials, kernel);
  });
}

/** What one seed says: whether the claim held, and by how much. */
interface Trial {
  holds: boolean;
  effect: number;
}

function trialsOf(verdict: Verdict, arms: readonly Arm[], find: (arm: string) => RunResult | undefined): Trial[] {
  const values = arms.flatMap(({ label }) => {
    const result = find(label);
    const value = result && summarize(result, verdict.split, verdict.metric, verdict.at);
    return value === undefined ? [] : [value];
  });
  return values.length === arms.length && values.length > 0 ? [tryOut(verdict, values)] : [];
}

function tryOut({ ascending, below, above }: Verdict, values: number[]): Trial {
  if (ascending) return { holds: values.every((value, i) => i === 0 || value > values[i - 1]!), effect: difference(values.at(-1)!, values[0]!) };
  // The worst arm speaks for all.
  if (below !== undefined) return { holds: values.every((value) => value < below), effect: Math.max(...values) - below };
  const threshold = above ?? -Infinity;
  return { holds: values.every((value) => value > threshold), effect: Math.min(...values) - threshold };
}

/** Two runs that both diverged do not differ. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function weigh(verdict: Verdict, trials: Trial[], kernel: Kernel): Judgement {
  const agree = trials.filter(({ holds }) => holds).length;
  const effect = bootstrapMedian(
    trials.map((trial) => clamp(trial.effect)),
    kernel,
  );
  return {
    claim: verdict.claim,
    outcome: outcomeOf(verdict, agree, trials.length, verdict.below === undefined ? effect.low > 0 : effect.high < 0),
    expected: verdict.expect,
    agree,
    seeds: trials.length,
    effect: { median: finite(effect.median), low: finite(effect.low), high: finite(effect.high) },
  };
}

function outcomeOf({ inAtLeast }: Verdict, agree: number, seeds: number, onClaimedSide: boolean): Outcome {
  if (seeds < FEWEST_SEEDS) return 'inconclusive';
  // Counts, not shares: 1 − 0.8 is a hair below 0.2 in floating point.
  const needed = Math.ceil(inAtLeast * seeds - 1e-9);
  if (agree >= needed && onClaimedSide) return 'supported';
  return seeds - agree >= needed ? 'unsupported' : 'inconclusive';
}

/** Quantiles interpolate, which infinities do not bear: the largest float stands for them. */
function clamp(effect: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(effect, Number.MAX_VALUE));
}

/** What lies between a finite effect and the largest float is no measure of anything. */
function finite(value: number): number | null {
  return Math.abs(value) < 1e300 ? value : null;
}

function keyOf(arm: string, seed: number): string {
  return `${seed} ${arm}`;
}
