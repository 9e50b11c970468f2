/**
 * The words of an experiment, as types. The way is
 *
 *   file ──parse──▶ Experiment ──expand──▶ Run[] ──train──▶ RunResult[] ──judge──▶ Judgement[]
 *
 * `Experiment` is explicit: every default is filled in. It is plain JSON.
 */
import type { Outcome } from '../words/verdictText.ts';
import type { Split } from '../engines/engine.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { FigureName } from './spec/figureNeeds.ts';
import type { FoldChoice } from './plan/foldHoldout.ts';
import type { Observation, ProbeSpec } from './spec/observation.ts';
import type { VerdictForms } from './verdicts/verdictSchema.ts';

export type { Outcome };
export type * from './configuration/configuration.ts';
export type * from './train/result.ts';

/** A value in a spec. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One axis of a comparison. Each value sets one or more paths of the configuration. */
export interface Axis {
  name: string;
  values: { label: string; set: Record<string, Json> }[];
}

/** When in its history a run is judged. */
export type Moment = 'final' | 'best' | 'area';

/** A claim about the runs, as data: exactly one of the forms of verdicts/. Judged per seed, then over seeds. */
export interface Verdict extends VerdictForms {
  /** The sentence that this judges. */
  claim: string;
  /** Of a form without a metric, these three are loss, train and final. */
  metric: string;
  split: Split;
  at: Moment;
  /** Judge only arms with these labels: axis name → label. */
  where: Record<string, string>;
  /** Share of seeds, in (0.5, 1], in which the claim must hold. */
  inAtLeast: number;
  /** What the site says of it. A judgement that differs stops the build. */
  expect: Outcome;
}

export interface Experiment {
  id: string;
  /** Short name, in title case as prose. */
  title: string;
  /** The claim in one sentence. */
  claim: string;
  /** Ids of the source claims that this experiment answers, for example 'A6'. */
  sources: string[];
  configuration: Configuration;
  axes: Axis[];
  /** Number of seeds recorded: seeds 1 … seeds. */
  seeds: number;
  verdicts: Verdict[];
  figures: FigureName[];
  /** What the curves and finals show. */
  show: {
    metric: string;
    split: Split;
    scale: 'linear' | 'log';
    x: 'epoch' | 'step' | 'example' | 'multiplyAdd';
    /** Of the horizontal axis; linear if absent. */
    xScale?: 'linear' | 'log' | undefined;
    color?: string | undefined;
  };
  /** Paths of the two or three controls that stand open beside Run. */
  controls: string[];
  /** Metrics to report that are not always reported. */
  metrics?: string[];
  /** A point of the history every so many updates, instead of every epoch. */
  history?: { every: number };
  /** What to look at inside the network. */
  probes?: ProbeSpec[];
}

/** One arm: a named configuration. */
export interface Arm {
  /** Unique within the experiment: the labels of its axis values, joined by ' · '. */
  label: string;
  /** Axis name → label. Empty for an experiment without axes. */
  labels: Record<string, string>;
  configuration: Configuration;
}

export interface Run {
  arm: Arm;
  seed: number;
  /** What is reported beyond the usual; nothing if absent. */
  observe?: Observation;
  /** Which fold of a cross-validation is held out, in place of the validation split; none if absent. */
  fold?: FoldChoice;
}

/** One claim judged. */
export interface Judgement {
  claim: string;
  outcome: Outcome;
  expected: Outcome;
  /** Seeds in which the claim held, of those judged. */
  agree: number;
  seeds: number;
  /**
   * Median over seeds of (last − first arm named, or the worst arm's value, or what `quantity` says) with a 95 % bootstrap interval.
   * `null`: not a finite number, because runs diverged or no seed has been judged.
   */
  effect: { median: number | null; low: number | null; high: number | null };
  /** What the effect is, where it is neither a difference nor a value in the verdict's metric; '' where it says no more than the count. */
  quantity?: string;
}
