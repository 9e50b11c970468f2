/** A search as plain data: what is searched, how, and what counts. Explicit: every default is filled in. */
import type { Split } from '../engines/engine.ts';
import type { Axis } from '../experiments/configuration/arm.ts';
import type { Configuration } from '../experiments/configuration/configuration.ts';
import type { Matters } from '../experiments/configuration/matters.ts';
import type { Moment } from '../experiments/train/summary.ts';
import type { Outcome } from '../words/verdictText.ts';
import type { Json } from '../schema/json.ts';
import type { Space } from './space/space.ts';
import type { StrategyChoice } from './strategies/strategyChoice.ts';

/**
 * trials: candidates trained in full, on every fold; one that gets a third of the training budget costs a third.
 * updates: of all runs together.
 */
export type SearchBudget = { trials: number } | { updates: number };

/** A claim about what strategies find, or arms that were tuned: exactly one of `ranking` and `chooses`. Judged per seed, then over seeds. */
export interface SearchVerdict {
  /** The sentence that this judges. */
  claim: string;
  /** Strategies, or arms of a tuned comparison, the best first: what each found at equal budget. */
  ranking?: string[];
  /** For each path or name the values of which the strategy is said to choose one. */
  chooses?: Record<string, Json[]>;
  /** Whose choice, where there are several strategies; the first one if absent. */
  strategy?: string;
  /** For a ranking: the score by which the setting was chosen, or its score on the test split, which had no say. */
  on: 'found' | 'test';
  /** For a ranking: the smallest difference that matters; by default that of the metric. */
  matters?: Matters | undefined;
  /** Share of seeds, in (0.5, 1], in which the claim must hold. */
  inAtLeast: number;
  /** A judgement that differs stops the build. */
  expect: Outcome;
}

export interface Search {
  id: string;
  title: string;
  /** The claim in one sentence; '' where nothing is claimed. */
  claim: string;
  /** Ids of the source claims that this search answers, for example 'C12'. */
  sources: string[];
  /** What every candidate starts from. */
  configuration: Configuration;
  /** Arms of a tuned comparison; none otherwise. */
  axes: Axis[];
  space: Space;
  /** All with the same budget. */
  strategies: StrategyChoice[];
  /** Number of folds; the validation split is used if absent. */
  folds?: number;
  budget: SearchBudget;
  /** What is compared, of which split, and when in training. */
  metric: string;
  split: Split;
  at: Moment;
  /** The search is done anew with each of the seeds 1 … seeds: draws, data, split and training. */
  seeds: number;
  verdicts: SearchVerdict[];
}
