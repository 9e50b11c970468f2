/**
 * An experiment, explicit: every default is filled in. It is plain JSON. The way is
 *
 *   file ──parse──▶ Experiment ──expand──▶ Run[] ──train──▶ RunResult[] ──judge──▶ Judgement[]
 */
import type { Split } from '../../engines/engine.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { ProbeSpec } from '../probes/probe.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { Outcome } from '../../words/verdictText.ts';
import type { FigureName } from './figureNeeds.ts';
import type { ClaimMap } from './map.ts';
import type { Reported } from './reported.ts';

/** What a reader may predict before they look, as the author asks it. */
export interface Predict {
  question: string;
  options: string[];
  /** Which option each outcome of a verdict bears out; an outcome without one bears out none. */
  answer: {
    /** Number of the verdict, from 1. */
    verdict: number;
  } & Partial<Record<Outcome, string>>;
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
  /** Every combination of what the axes name, each with its explicit configuration; the last axis varies fastest. */
  arms: Arm[];
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
  /** The question of Predict first; without it, it is made from the first verdict. */
  predict?: Predict;
  /** Metrics to report that are not always reported. */
  metrics?: string[];
  /** A point of the history every so many updates, instead of every epoch. */
  history?: { every: number };
  /** What to look at inside the network. */
  probes?: ProbeSpec[];
  /** What a source text prints of these networks; nothing that is trained or judged depends on it. */
  reported?: Reported[];
  /** Where one of its claims holds. */
  map?: ClaimMap;
}
