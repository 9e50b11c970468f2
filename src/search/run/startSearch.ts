/** A search from its first turn to its end. */
import { budgetKind } from '../../experiments/configuration/budget.ts';
import { MOST_RUNS, seedsUpTo } from '../../experiments/spec/expand.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { basePoint } from './basePoint.ts';
import { beginSearch } from '../strategies/beginSearch.ts';
import { drive, type DriveOptions, type SearchJob } from './drive.ts';
import type { Search } from '../search.ts';
import { tunedComparison } from '../strategies/tuned.ts';
import { armLabels, costOf, preparedTurn } from './prepare.ts';
import type { Turn } from '../space/turn.ts';
import { withinBudget } from './withinBudget.ts';

export interface SearchOptions extends DriveOptions {
  kernel: Kernel;
}

export function startSearch(search: Search, options: SearchOptions): SearchJob {
  const first = firstTurn(search, options).then((turn) => preparedTurn(search, turn));
  return drive(search, first, options);
}

/** The first state of the search, cut off at its budget. */
export async function firstTurn(search: Search, { strategy, seed, kernel }: Pick<SearchOptions, 'strategy' | 'seed' | 'kernel'>): Promise<Turn> {
  if (strategy.name === 'tuned') {
    const seeds = seedsUpTo(search.seeds);
    const tuningSeeds = seedsUpTo(strategy.seeds).map((one) => search.seeds + one);
    return tunedComparison(search.space, { levels: strategy.levels, arms: armLabels(search), tuningSeeds, seeds }, libm(kernel));
  }
  const { training } = search.configuration;
  const turn = await beginSearch(strategy, search.space, { kernel, seed }, training[budgetKind(training)]!, basePoint(search));
  const limit = 'trials' in search.budget ? search.budget.trials : search.budget.updates;
  const paid = withinBudget(turn, (proposal) => costOf(search, proposal), limit);
  return withinBudget(paid, () => search.folds ?? 1, MOST_RUNS);
}
