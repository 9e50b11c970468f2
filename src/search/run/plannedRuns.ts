/** How many runs a search comes to, before it begins. */
import { budgetKind } from '../../experiments/configuration/budget.ts';
import { estimateSeconds } from '../../experiments/plan/estimate.ts';
import { armsOf } from '../../experiments/spec/armsOf.ts';
import { trainedInFold } from '../../experiments/plan/foldHoldout.ts';
import { workAfter } from '../../experiments/plan/work.ts';
import type { Search } from '../search.ts';
import { levelCount, type Space } from '../space/space.ts';
import type { GreedyOptions } from '../strategies/greedy.ts';
import { brackets } from '../strategies/hyperband.ts';
import { halvingsOf, rungs, type Rung } from '../strategies/halving.ts';
import { halvingsFor, type StrategyChoice } from '../strategies/strategyChoice.ts';

/** Runs of all seeds and folds. Where the budget is in updates and trials differ in them, as if all were like the base configuration. */
export function plannedRuns(search: Search, strategy: StrategyChoice): number {
  const { space, folds = 1, seeds, configuration, budget } = search;
  if (strategy.name === 'tuned') {
    const arms = armsOf(search, []).length;
    return arms * (trialsOfGrid(space, strategy.levels) * strategy.seeds + seeds) * folds;
  }
  const trials = 'trials' in budget ? budget.trials : Math.floor(budget.updates / updatesOfTrial(search));
  const units = configuration.training[budgetKind(configuration.training)]!;
  return folds * seeds * proposals(space, strategy, trials, units);
}

/** Seconds on one core, as a guess: as if all trials were like the base configuration, those with a share of the training as long as the share. */
export function secondsOfSearch(search: Search, strategies: readonly StrategyChoice[]): number {
  const { budget, folds = 1, seeds, configuration } = search;
  const one = estimateSeconds(configuration);
  return strategies.reduce((sum, strategy) => {
    if (strategy.name === 'tuned') return sum + plannedRuns(search, strategy) * one;
    const trials = 'trials' in budget ? Math.min(budget.trials, plannedRuns(search, strategy) / folds / seeds) : budget.updates / updatesOfTrial(search);
    return sum + trials * folds * seeds * one;
  }, 0);
}

/** All combinations of a grid. */
export function trialsOfGrid(space: Space, levels: number): number {
  return space.reduce((product, dimension) => product * levelCount(dimension, levels), 1);
}

/** All values of every path, each round. */
export function trialsOfGreedy(space: Space, { rounds, levels }: GreedyOptions): number {
  return rounds * space.reduce((sum, dimension) => sum + levelCount(dimension, levels), 0);
}

/** What a grid takes of the budget; in updates, as if all combinations were like the base configuration. */
export function gridCost(search: Search, levels: number): number {
  return trialsOfGrid(search.space, levels) * ('trials' in search.budget ? 1 : updatesOfTrial(search));
}

function proposals(space: Space, strategy: Exclude<StrategyChoice, { name: 'tuned' }>, trials: number, units: number): number {
  switch (strategy.name) {
    case 'grid':
      return trialsOfGrid(space, strategy.levels);
    case 'greedy':
      return Math.min(trials, trialsOfGreedy(space, strategy));
    case 'successiveHalving':
      return climbed(rungs(strategy.candidates, strategy.eta, halvingsOf(strategy.candidates, strategy.eta)), trials);
    case 'hyperband':
      return climbed(brackets({ eta: strategy.eta, halvings: halvingsFor(strategy, units) }).flat(), trials);
    default:
      return trials;
  }
}

/** Trials of rungs one after another, and again, until `budget` full trainings are spent. */
function climbed(all: readonly Rung[], budget: number): number {
  let [left, count] = [budget, 0];
  for (let i = 0; left > SLACK; i = (i + 1) % all.length) {
    const { candidates, share } = all[i]!;
    const paid = Math.min(candidates, Math.floor(left / share + SLACK));
    count += paid;
    if (paid < candidates) break;
    left -= candidates * share;
  }
  return count;
}

/** Updates that a trial of the base configuration takes, on all folds. */
function updatesOfTrial({ configuration, folds: count }: Pick<Search, 'configuration' | 'folds'>): number {
  if (count === undefined) return workAfter(configuration).updates;
  return Array.from({ length: count }, (_, index) => workAfter(configuration, undefined, trainedInFold(configuration, { index, count })).updates).reduce(
    (sum, updates) => sum + updates,
  );
}

const SLACK = 1e-6;
