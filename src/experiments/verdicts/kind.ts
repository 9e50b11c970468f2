/**
 * A kind of verdict: what a claim may say. Each is one file of this folder: its form in a spec, one number for each run, and what
 * these come to over the arms of a seed.
 */
import type { Split } from '../../engines/engine.ts';
import type { Report } from '../../schema/problem.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Matters } from '../configuration/matters.ts';
import type { ProbeSpec } from '../probes/probe.ts';
import type { RunResult } from '../train/result.ts';
import type { Moment } from '../train/summary.ts';
import type { Side } from './side.ts';

/** What a verdict asks about, whatever its kind. */
export interface Asked {
  /** Of a form without a metric, these three are loss, train and final. */
  metric: string;
  split: Split;
  at: Moment;
}

/** What of an experiment decides whether a verdict can be judged. */
export interface Looked {
  axes: readonly Axis[];
  probes?: ProbeSpec[];
}

/** `Form`: the value in the verdict that chooses this kind. */
export type VerdictKind<Form> = Measured<Form> & (Sided<Form> | Ordered<Form>);

interface Measured<Form> {
  /** Whether it reads the verdict's metric and split; `timed`: also `at`, the moment. */
  reads: 'nothing' | 'metric' | 'timed';
  /** Whether what it measures stands in a recording of every run: a metric at the end or at its best, or that the run diverged. Defaults to no. */
  recorded?: true;
  /** The labels that it names, all of one axis, in its order. A kind without them is about all arms that `where` leaves. */
  labels?(form: Form): string[];
  /** Two axes and two labels of each: it is about their four combinations, the second axis varying fastest. */
  corners?(form: Form): Record<string, string[]>;
  /**
   * What the effect is, in words, for a verdict on so many arms; '' where it says no more than the seeds that agree. Without this
   * it is a difference, or the worst arm's value, in the verdict's metric.
   */
  quantity?(form: Form, verdict: Asked, arms: number): string;
  /** Of a run that finished or diverged; undefined where it has not been observed, so that its seed does not count. */
  measure(result: RunResult, form: Form, verdict: Asked, arm: Arm): number | undefined;
  /** What this arm lacks for such a verdict. */
  check?(form: Form, arm: Arm, experiment: Looked, report: Report): void;
}

/** The arms of a seed come to one number, the effect, and the claim says on which side it lies. */
export interface Sided<Form> {
  /** `values`: one per arm, in order; at least one. */
  effect(values: readonly number[], form: Form): number;
  side(form: Form): Side;
  /** How far from the bound is as far as can be, for the shades of a map: without it, one cell that nearly diverged would make all others pale. */
  farthest?: number;
}

/** The numbers of the arms rise in the order named. Effect: the last less the first. */
export interface Ordered<Form> {
  /** The smallest difference that matters, where the verdict does not say. */
  matters(form: Form, verdict: Pick<Asked, 'metric'>): Matters;
}
