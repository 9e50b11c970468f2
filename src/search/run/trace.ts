/** What a search has found when, and what that has cost. */
import { addWork, NO_WORK, type Work } from '../../experiments/plan/work.ts';
import type { Search } from '../search.ts';
import type { Trial } from './trial.ts';

/**
 * The best trial: the lowest score among those that got the largest share of the training budget so far, for a score after a short training says
 * little of one after a long training. The first wins a tie.
 */
export function bestOf(trials: readonly Trial[]): Trial | undefined {
  return trials.reduce<Trial | undefined>((best, trial) => (best === undefined || isBetter(trial, best) ? trial : best), undefined);
}

/** What trials have cost, in the unit of the search's budget. */
export function spent(search: Search, trials: readonly Trial[]): number {
  return trials.reduce((sum, trial) => sum + ('trials' in search.budget ? trial.proposal.share : trial.work.updates), 0);
}

/** The trials that a budget pays for, from the first on. */
export function trialsWithin(search: Search, trials: readonly Trial[], budget: number): Trial[] {
  let sum = 0;
  const end = trials.findIndex((trial) => (sum += spent(search, [trial])) > budget * (1 + SLACK));
  return trials.slice(0, end < 0 ? trials.length : end);
}

export function workOf(trials: readonly Trial[]): Work {
  return trials.reduce((sum, { work }) => addWork(sum, work), NO_WORK);
}

function isBetter(trial: Trial, best: Trial): boolean {
  const [own, other] = [trial.proposal.share, best.proposal.share];
  return own > other || (own === other && trial.score < best.score);
}

/** Shares such as 1/3 do not add up to the last bit. */
const SLACK = 1e-9;
