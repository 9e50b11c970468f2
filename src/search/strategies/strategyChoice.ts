/** The strategies by name, with their options, as they stand in a file. beginSearch.ts makes searches of them. */
import * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { choiceOf, settings } from '../../schema/parts.ts';
import { COVARIANCES, type Covariance } from '../surrogate/covariance.ts';
import { halvingsOf } from './halving.ts';

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

/** As stated, or as many as leave one unit of the budget, but not more than MOST_HALVINGS. */
export function halvingsFor({ eta, halvings }: { eta: number; halvings?: number }, units: number): number {
  return halvings ?? Math.min(halvingsOf(units, eta), MOST_HALVINGS);
}

/** With η = 3, a first bracket of 81 candidates. */
const MOST_HALVINGS = 4;
