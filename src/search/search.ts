/** A search as plain data: what is searched, how, and what counts. Explicit: every default is filled in. */
import type { Split } from '../engines/engine.ts';
import type { Axis, Configuration, Moment } from '../experiments/types.ts';
import type { Space } from './space.ts';
import type { StrategyChoice } from './strategyChoice.ts';

/**
 * trials: candidates trained in full, on every fold; one that gets a third of the training budget costs a third.
 * updates: of all runs together.
 */
export type SearchBudget = { trials: number } | { updates: number };

export interface Search {
  id: string;
  title: string;
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
}
