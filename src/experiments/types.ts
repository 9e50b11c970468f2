/**
 * The words of an experiment, as types. The way is
 *
 *   file ──parse──▶ Experiment ──expand──▶ Run[] ──train──▶ RunResult[] ──judge──▶ Judgement[]
 *
 * `Experiment` is explicit: every default is filled in. It is plain JSON.
 */
import type { DatasetChoice } from '../datasets/dataset.ts';
import type { EngineName, LayerParameters, Split } from '../engines/engine.ts';
import type { ScalingName } from '../datasets/scaling.ts';
import type { Choice } from '../nn/entry.ts';

/** A value in a spec. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Initializer by name, or parameters given as numbers (kernel as [inputs][outputs]). */
export type InitializerSpec = Choice | { name: 'given'; parameters: { kernel: number[][]; bias: number[] }[] };

/** How long to train: exactly one of the three. One epoch is one pass over the training split. */
export interface Budget {
  epochs?: number;
  updates?: number;
  examples?: number;
}

/**
 * What one run needs to know; arms are overrides of this. Its paths (`training.optimizer.learningRate`,
 * `network.hidden`, …) are the ones that files, comparisons, controls and links use.
 */
export interface Configuration {
  /** Data set by name with its options, or `inline` with the numbers themselves. */
  dataset: DatasetChoice;
  /** Shares of all examples that are held out, each in [0, 1); the rest is the training split. */
  split: { validation: number; test: number };
  /** Fitted on the training split only. Labels are scaled in regression alone. */
  scaling: { features: ScalingName; labels: ScalingName };
  network: {
    hidden: number[];
    /** Activation of the hidden layers. */
    activation: Choice;
    /** Activation of the output layer; by default the one that goes with the loss. */
    outputActivation: Choice;
    initializer: InitializerSpec;
  };
  training: {
    loss: Choice;
    optimizer: Choice;
    batchSize: number;
    shuffle: boolean;
  } & Budget;
}

/** One axis of a comparison. Each value sets one or more paths of the configuration. */
export interface Axis {
  name: string;
  values: { label: string; set: Record<string, Json> }[];
}

/** When in its history a run is judged. */
export type Moment = 'final' | 'best' | 'area';
export type Outcome = 'supported' | 'unsupported' | 'inconclusive';

/** A claim about the runs, as data. Judged per seed, then over seeds. */
export interface Verdict {
  /** The sentence that this judges. */
  claim: string;
  metric: string;
  split: Split;
  at: Moment;
  /** Axis labels in the order in which the metric is said to rise; the axis is the one that holds the labels. */
  ascending?: string[];
  /** The metric of every arm concerned is said to stay below (above) this. */
  below?: number;
  above?: number;
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
  figures: ('curves' | 'finals' | 'fit')[];
  /** What the curves and finals show. */
  show: { metric: string; split: Split; scale: 'linear' | 'log'; x: 'epoch' | 'step' | 'example' };
  /** Paths of the two or three controls that stand open beside Run. */
  controls: string[];
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
}

/** History of one run, columnar. Point 0 is before training; then one point per epoch, and one at the end if that falls within an epoch. */
export interface History {
  /** Updates done at each point. */
  step: Float64Array;
  /** Passes over the training split done at each point; fractional at the end of a budget that is not whole epochs. */
  epoch: Float64Array;
  columns: { split: Split; metric: string; values: Float64Array }[];
}

/** How a run ended. */
export type Ending =
  { state: 'finished' } | { state: 'diverged'; step: number; explanation: string } | { state: 'cancelled' } | { state: 'failed'; message: string };

export interface RunResult {
  arm: string;
  seed: number;
  engine: EngineName;
  ending: Ending;
  history: History;
  /** SHA-256 over history and final parameters, first 16 hex digits: two runs with the same digest are the same bit for bit. */
  digest: string;
  /** Time spent in updates alone, and with evaluations, milliseconds. */
  trainingTime: number;
  totalTime: number;
  parameters?: LayerParameters[];
  /** For one-feature regression: the fitted function on a grid, in the data's own units. */
  fit?: { x: number[]; y: number[] };
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
   * Median over seeds of (last − first arm named, or arm − threshold) with a 95 % bootstrap interval.
   * `null`: not a finite number, because runs diverged or no seed has been judged.
   */
  effect: { median: number | null; low: number | null; high: number | null };
}
