/** A claim and what came of it, as types. */
import type { Outcome } from '../../words/verdictText.ts';
import type { Matters } from '../configuration/matters.ts';
import type { Asked } from './kind.ts';
import type { VerdictForms } from './verdictSchema.ts';

/** A claim about the runs, as data: exactly one of the forms of this folder. Judged per seed, then over seeds. */
export interface Verdict extends VerdictForms, Asked {
  /** The sentence that this judges. */
  claim: string;
  /** Judge only arms with these labels: axis name → label. */
  where: Record<string, string>;
  /** Of an order: the smallest difference that matters; by default that of the metric. */
  matters?: Matters | undefined;
  /** Share of seeds, in (0.5, 1], in which the claim must hold. */
  inAtLeast: number;
  /** What the site says of it. A judgement that differs stops the build. */
  expect: Outcome;
}

/** One claim judged. */
export interface Judgement {
  claim: string;
  outcome: Outcome;
  expected: Outcome;
  /** Seeds that speak for the claim, and against it, of those judged. */
  agree: number;
  against: number;
  seeds: number;
  /**
   * Median over seeds of (last − first arm named, or the worst arm's value, or what `quantity` says) with a 98 % interval (medianInterval.ts).
   * `null`: not a finite number, because runs diverged or no seed has been judged.
   */
  effect: { median: number | null; low: number | null; high: number | null };
  /** Of an order: the smallest difference that matters, in the units of the effect. */
  matters?: number;
  /** Of an order of three arms and more: what is to be said of each step to the next. */
  steps?: Outcome[];
  /** What the effect is, where it is neither a difference nor a value in the verdict's metric; '' where it says no more than the count. */
  quantity?: string;
}
