/** The strategies by name, with their options: as they stand in a file, and as searches. */
import * as z from 'zod';
import { rangeSchema } from '../experiments/range.ts';
import { choiceOf, settings } from '../experiments/schemaParts.ts';
import { libm } from '../kernel/libm.ts';
import type { Chance } from './draws.ts';
import { COVARIANCES, type Covariance } from './gaussianProcess.ts';
import type { Space } from './space.ts';
import { bayesianSearch } from './strategies/bayesian.ts';
import { greedySearch } from './strategies/greedy.ts';
import { gridSearch } from './strategies/grid.ts';
import { halvingsOf, successiveHalving } from './strategies/halving.ts';
import { hyperband } from './strategies/hyperband.ts';
import { randomSearch } from './strategies/random.ts';
import type { Turn } from './turn.ts';

export type StrategyChoice =
  | { name: 'grid'; levels: number }
  | { name: 'random' }
  | { name: 'greedy'; levels: number; rounds: number }
  | { name: 'successiveHalving'; candidates: number; eta: number }
  | { name: 'hyperband'; eta: number; halvings?: number }
  | { name: 'bayesian'; initial: number; covariance: Covariance }
  | { name: 'tuned'; levels: number; seeds: number };

export type StrategyName = StrategyChoice['name'];

/** Values per range, where a strategy needs a grid. */
const levels = rangeSchema({ min: 2, max: 100, integer: true }).default(5);
const eta = rangeSchema({ min: 2, max: 10, integer: true }).default(3);

const SHAPES: Record<StrategyName, z.ZodRawShape> = {
  grid: { levels },
  random: {},
  greedy: { levels, rounds: rangeSchema({ min: 1, max: 10, integer: true }).default(1) },
  successiveHalving: { candidates: rangeSchema({ min: 2, max: 1000, integer: true }).default(27), eta },
  hyperband: { eta, halvings: rangeSchema({ min: 0, max: 8, integer: true }).optional() },
  bayesian: { initial: rangeSchema({ min: 2, max: 100, integer: true }).default(5), covariance: z.enum(COVARIANCES).default('matern52') },
  tuned: { levels, seeds: rangeSchema({ min: 1, max: 100, integer: true }).default(3) },
};

const named = Object.entries(SHAPES).map(([name, shape]) => settings({ name: z.literal(name), ...shape }));
const names = Object.keys(SHAPES);
const full = z.discriminatedUnion('name', named as unknown as [z.core.$ZodTypeDiscriminable]) as unknown as z.ZodType<StrategyChoice>;

/** One strategy or a list of them, each by name or with options. One flat union, so that an error speaks of the form that was meant. */
export const strategiesSchema = z.union([
  z.array(choiceOf<StrategyChoice>(names, named)).min(1, 'at least one strategy'),
  z.enum(names).transform((name) => [full.parse({ name })]),
  full.transform((one) => [one]),
]);

/** Begin a search that has no arms. `units`: the training budget in its own smallest unit, which bounds Hyperband's halvings. */
export function beginSearch(choice: Exclude<StrategyChoice, { name: 'tuned' }>, space: Space, chance: Chance, units: number): Turn {
  const functions = libm(chance.kernel);
  switch (choice.name) {
    case 'grid':
      return gridSearch(space, choice, functions);
    case 'random':
      return randomSearch(space, chance);
    case 'greedy':
      return greedySearch(space, choice, functions);
    case 'successiveHalving':
      return successiveHalving(space, choice, chance);
    case 'hyperband':
      return hyperband(space, { eta: choice.eta, halvings: halvingsFor(choice, units) }, chance);
    case 'bayesian':
      return bayesianSearch(space, choice, chance);
  }
}

/** As stated, or as many as leave one unit of the budget, but not more than MOST_HALVINGS. */
export function halvingsFor({ eta, halvings }: { eta: number; halvings?: number }, units: number): number {
  return halvings ?? Math.min(halvingsOf(units, eta), MOST_HALVINGS);
}

/** With η = 3, a first bracket of 81 candidates. */
const MOST_HALVINGS = 4;
