/** From the choice of a strategy to the first state of its search. */
import { libm } from '../../kernel/libm.ts';
import type { Chance } from '../space/draws.ts';
import type { Space } from '../space/space.ts';
import { greedySearch } from './greedy.ts';
import { gridSearch } from './grid.ts';
import { successiveHalving } from './halving.ts';
import { hyperband } from './hyperband.ts';
import { randomSearch } from './random.ts';
import { halvingsFor, type StrategyChoice } from './strategyChoice.ts';
import type { Point, Turn } from '../space/turn.ts';

/** Begin a search that has no arms. `units`: the training budget in its own smallest unit, which bounds Hyperband's halvings; `base`: where greedy search starts. */
export async function beginSearch(choice: Exclude<StrategyChoice, { name: 'tuned' }>, space: Space, chance: Chance, units: number, base: Point): Promise<Turn> {
  const functions = libm(chance.kernel);
  switch (choice.name) {
    case 'grid':
      return gridSearch(space, choice, functions);
    case 'random':
      return randomSearch(space, chance);
    case 'greedy':
      return greedySearch(space, choice, functions, { step: 0, chosen: base, scores: new Map() });
    case 'successiveHalving':
      return successiveHalving(space, choice, chance);
    case 'hyperband':
      return hyperband(space, { eta: choice.eta, halvings: halvingsFor(choice, units) }, chance);
    case 'bayesian':
      // It brings a library for linear algebra with it, which a page loads when it is needed.
      return (await import('./bayesian.ts')).bayesianSearch(space, choice, chance);
  }
}
