/**
 * Greedy coordinate-wise search: one path after another, in the order of the space; the best value of each is kept
 * for those that follow. What comes later stands as in the base configuration. A sum of sizes instead of their product, at the
 * price of what two settings do only together. No combination is asked twice.
 */
import type { Libm } from '../../kernel/libm.ts';
import { levelsOf, type Space } from '../space/space.ts';
import { keyOf, OVER, type Point, type Turn } from '../space/turn.ts';

export interface GreedyOptions {
  /** Values per range, at least 2. */
  levels: number;
  /** How often to go through all paths, at least 1; from the second time on, around the best of the first. */
  rounds: number;
}

interface State {
  /** The coordinate at hand; counts on through the rounds. */
  step: number;
  chosen: Point;
  scores: ReadonlyMap<string, number>;
}

export function greedySearch(space: Space, options: GreedyOptions, libm: Libm, state: State = { step: 0, chosen: {}, scores: new Map() }): Turn {
  const { step, chosen, scores } = state;
  if (step >= space.length * options.rounds) return OVER;
  const dimension = space[step % space.length]!;
  const points = levelsOf(dimension, options.levels, libm).map((value) => ({ ...chosen, [dimension.path]: value }));
  const fresh = points.filter((point) => !scores.has(keyOf(point)));
  const proceed = (told: readonly number[]): Turn => {
    const known = new Map(scores);
    fresh.forEach((point, i) => known.set(keyOf(point), told[i]!));
    // The first wins a tie.
    const best = points.reduce((least, point) => (known.get(keyOf(point))! < known.get(keyOf(least))! ? point : least));
    return greedySearch(space, options, libm, { step: step + 1, chosen: best, scores: known });
  };
  return fresh.length > 0 ? { ask: fresh.map((point) => ({ point, share: 1 })), tell: proceed } : proceed([]);
}
