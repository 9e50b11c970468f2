/**
 * Is a claim borne out? Per seed, by the kind of verdict (verdicts/); then over seeds (verdicts/decide.ts). Arms of one seed are paired,
 * so differences are taken within a seed.
 */
import type { Arm, Axis } from '../configuration/arm.ts';
import { resolveMatters } from '../configuration/matters.ts';
import type { RunResult } from '../train/result.ts';
import type { Judgement, Verdict } from './verdict.ts';
import { armsOfVerdict } from './check.ts';
import { decide, type Decision } from './decide.ts';
import { kindOf } from './index.ts';
import { decideOrder, type OrderedDecision } from './ordered.ts';

/** One judgement per verdict. A seed counts if every arm concerned has finished or diverged in it. */
export function judge(experiment: Case<Arm>, results: readonly RunResult[]): Judgement[] {
  const byLabel = new Map(experiment.arms.map((arm) => [arm.label, arm]));
  const runs = results.flatMap((result) => {
    const arm = byLabel.get(result.arm);
    return arm ? [measureRun(experiment.verdicts, arm, result)] : [];
  });
  return judgeMeasured(experiment, runs);
}

/** What the verdicts take of one run. */
export interface MeasuredRun {
  arm: string;
  seed: number;
  /** One number for each verdict; undefined where there is none. */
  values: (number | undefined)[];
  /** Its loss of chance, if it is known. */
  chance?: number | undefined;
}

export function measureRun(verdicts: readonly Verdict[], arm: Arm, result: RunResult): MeasuredRun {
  const values = verdicts.map((verdict) => {
    const { kind, form } = kindOf(verdict);
    return kind.measure(result, form, verdict, arm);
  });
  return { arm: arm.label, seed: result.seed, values, chance: result.chance };
}

/** What of an experiment its judge needs to know. */
export interface Case<A extends NamedArm = NamedArm> {
  verdicts: readonly Verdict[];
  axes: readonly Axis[];
  arms: readonly A[];
}
export type NamedArm = Pick<Arm, 'label' | 'labels'>;

/** As `judge`, from what has been measured of each run. */
export function judgeMeasured({ verdicts, axes, arms }: Case, runs: readonly MeasuredRun[]): Judgement[] {
  const measured = new Map(runs.map((run) => [keyOf(run.arm, run.seed), run]));
  const seeds = [...new Set(runs.map(({ seed }) => seed))];
  return verdicts.map((verdict, index) => {
    const concerned = armsOfVerdict(verdict, axes, arms);
    const complete = seeds.flatMap((seed) => {
      const own = concerned.map(({ label }) => measured.get(keyOf(label, seed)));
      const values = own.flatMap((run) => run?.values[index] ?? []);
      return values.length === concerned.length && values.length > 0 ? [{ values, chances: own.flatMap((run) => run?.chance ?? []) }] : [];
    });
    return judgeSeeds(
      verdict,
      concerned.length,
      complete.map(({ values }) => values),
      complete.flatMap(({ chances }) => chances),
    );
  });
}

/** `seeds`: for each the values of the arms concerned, in order. */
function judgeSeeds(verdict: Verdict, arms: number, seeds: readonly (readonly number[])[], chances: readonly number[]): Judgement {
  const { kind, form } = kindOf(verdict);
  const { inAtLeast } = verdict;
  const quantity = kind.quantity?.(form, verdict, arms);
  if (!('matters' in kind)) {
    const effects = seeds.map((values) => kind.effect(values, form));
    return toJudgement(verdict, seeds.length, decide(effects, { side: kind.side(form), matters: 0, inAtLeast }), { quantity });
  }
  const matters = resolveMatters(verdict.matters ?? kind.matters(form, verdict), chances, seeds);
  return toJudgement(verdict, seeds.length, decideOrder(seeds, { matters, inAtLeast }), { quantity, matters });
}

/** `quantity`: what the effect is. `matters`: the smallest difference that does, where it was asked for. */
export function toJudgement(
  { claim, expect }: Pick<Verdict, 'claim' | 'expect'>,
  seeds: number,
  { outcome, agree, against, effect, steps }: Decision & Pick<OrderedDecision, 'steps'>,
  { quantity, matters }: { quantity?: string | undefined; matters?: number },
): Judgement {
  return {
    ...{ claim, outcome, expected: expect, agree, against, seeds },
    effect: { median: finite(effect.median), low: finite(effect.low), high: finite(effect.high) },
    ...(matters !== undefined && { matters }),
    ...(steps && { steps }),
    ...(quantity !== undefined && { quantity }),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function keyOf(arm: string, seed: number): string {
  return `${seed} ${arm}`;
}
