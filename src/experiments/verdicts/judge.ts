/**
 * Is a claim borne out? Per seed, by the kind of verdict (verdicts/); then over seeds. Arms of one seed are paired, so
 * differences are taken within a seed.
 *
 * supported: the claim held in a share of at least `inAtLeast` of the seeds, and the interval of the
 * median effect bears it out. unsupported: it held in at most 1 − `inAtLeast`.
 * Otherwise, and with fewer than five seeds, inconclusive.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { bootstrapMedian, type Interval } from './bootstrap.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Judgement, Verdict } from './verdict.ts';
import type { Outcome } from '../../words/verdictText.ts';
import type { RunResult } from '../train/result.ts';
import { armsOfVerdict } from './check.ts';
import { kindOf } from './index.ts';
import type { Trial } from './kind.ts';

/** With fewer seeds than this, no bootstrap interval means anything. */
export const FEWEST_SEEDS = 5;

/** One judgement per verdict. A seed counts if every arm concerned has finished or diverged in it. */
export function judge(experiment: Case<Arm>, results: readonly RunResult[], kernel: Kernel): Judgement[] {
  const byLabel = new Map(experiment.arms.map((arm) => [arm.label, arm]));
  const runs = results.flatMap((result) => {
    const arm = byLabel.get(result.arm);
    return arm ? [measureRun(experiment.verdicts, arm, result)] : [];
  });
  return judgeMeasured(experiment, runs, kernel);
}

/** What the verdicts take of one run. */
export interface MeasuredRun {
  arm: string;
  seed: number;
  /** One number for each verdict; undefined where there is none. */
  values: (number | undefined)[];
}

export function measureRun(verdicts: readonly Verdict[], arm: Arm, result: RunResult): MeasuredRun {
  const values = verdicts.map((verdict) => {
    const { kind, form } = kindOf(verdict);
    return kind.measure(result, form, verdict, arm);
  });
  return { arm: arm.label, seed: result.seed, values };
}

/** What of an experiment its judge needs to know. */
export interface Case<A extends NamedArm = NamedArm> {
  verdicts: readonly Verdict[];
  axes: readonly Axis[];
  arms: readonly A[];
}
export type NamedArm = Pick<Arm, 'label' | 'labels'>;

/** As `judge`, from what has been measured of each run: numbers alone, which are few enough to be sent to where there is time for it. */
export function judgeMeasured(question: Case, runs: readonly MeasuredRun[], kernel: Kernel): Judgement[] {
  const values = new Map(runs.map((run) => [keyOf(run.arm, run.seed), run.values]));
  const seeds = [...new Set(runs.map(({ seed }) => seed))];
  return judgeBy(question, seeds, kernel, (verdict, { label }, seed) => values.get(keyOf(label, seed))?.[question.verdicts.indexOf(verdict)]);
}

/** As `judge`, with the one number that a verdict takes of a run given by `measure`; undefined where there is none. */
export function judgeBy<A extends NamedArm>(
  { verdicts, axes, arms }: Case<A>,
  seeds: readonly number[],
  kernel: Kernel,
  measure: (verdict: Verdict, arm: A, seed: number) => number | undefined,
): Judgement[] {
  return verdicts.map((verdict) => {
    const concerned = armsOfVerdict(verdict, axes, arms);
    const trials = seeds.flatMap((seed) => {
      const values = concerned.flatMap((arm) => measure(verdict, arm, seed) ?? []);
      const { kind, form } = kindOf(verdict);
      return values.length === concerned.length && values.length > 0 ? [kind.weigh(values, form)] : [];
    });
    const { kind, form } = kindOf(verdict);
    return weighSeeds(verdict, trials, (effect) => kind.bears(effect, form), kind.quantity?.(form, verdict, concerned.length), kernel);
  });
}

/** What seeds say, taken together. `bears`: whether the interval of the median effect bears the claim out; `quantity`: what the effect is. */
export function weighSeeds(
  { claim, inAtLeast, expect }: Pick<Verdict, 'claim' | 'inAtLeast' | 'expect'>,
  trials: readonly Trial[],
  bears: (effect: Interval) => boolean,
  quantity: string | undefined,
  kernel: Kernel,
): Judgement {
  const agree = trials.filter(({ holds }) => holds).length;
  const effect = bootstrapMedian(
    trials.map((trial) => clamp(trial.effect)),
    kernel,
  );
  return {
    claim,
    outcome: outcomeOf(inAtLeast, agree, trials.length, bears(effect)),
    expected: expect,
    agree,
    seeds: trials.length,
    effect: { median: finite(effect.median), low: finite(effect.low), high: finite(effect.high) },
    ...(quantity !== undefined && { quantity }),
  };
}

function outcomeOf(inAtLeast: number, agree: number, seeds: number, borneOut: boolean): Outcome {
  if (seeds < FEWEST_SEEDS) return 'inconclusive';
  // Counts, not shares: 1 − 0.8 is a hair below 0.2 in floating point.
  const needed = Math.ceil(inAtLeast * seeds - 1e-9);
  if (agree >= needed && borneOut) return 'supported';
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
