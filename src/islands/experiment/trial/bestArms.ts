/** The arms of a large sweep that are worth a look: those that are best so far. */
import { findMetric } from '../../../experiments/configuration/metrics.ts';
import type { Arm } from '../../../experiments/configuration/arm.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { LiveRuns } from './liveRuns.ts';

/** Axis that a ranking has in place of those of the experiment. */
export const RANKED = 'arm, best first';

/** What a ranking needs of a trial. */
export interface Ranking {
  experiment: Experiment;
  arms: readonly Arm[];
  live: Pick<LiveRuns, 'runs'>;
}

export interface RankedArm {
  arm: Arm;
  /** Median over the seeds that are done, of what the experiment shows. */
  value: number;
  seeds: number;
}

/** Best first; arms without a finite value so far are left out. Of equals, the first stands first. */
export function rankArms({ experiment, arms, live }: Ranking): RankedArm[] {
  const { metric, split } = experiment.show;
  const key = `${split}.${metric}`;
  const values = new Map<string, number[]>();
  for (const { arm, ending, final } of live.runs) {
    const value = ending?.state === 'finished' ? final?.[key] : undefined;
    if (value === undefined || !Number.isFinite(value)) continue;
    const list = values.get(arm);
    if (list) list.push(value);
    else values.set(arm, [value]);
  }
  const sign = findMetric(metric).better === 'low' ? 1 : -1;
  return arms
    .flatMap((arm) => {
      const own = values.get(arm.label);
      return own ? [{ arm, value: medianOf(own), seeds: own.length }] : [];
    })
    .sort((a, b) => sign * (a.value - b.value));
}

/** The best `count`, in their order; while fewer are done, the first arms fill up. */
export function bestArms(trial: Ranking, count: number): Arm[] {
  const best = rankArms(trial).map(({ arm }) => arm);
  return [...new Set([...best, ...trial.arms])].slice(0, count);
}

/** The experiment as one that compares these arms by their labels. */
export function ranked(experiment: Experiment, arms: readonly Arm[]): Experiment {
  return { ...experiment, arms: [...arms], axes: [{ name: RANKED, values: arms.map(({ label }) => ({ label, set: {} })) }] };
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
