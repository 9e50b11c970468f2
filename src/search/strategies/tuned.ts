/**
 * A tuned comparison: each arm first picks its best point of a grid on validation data at the tuning seeds; then the arms, each at
 * its best, are compared at other seeds. Without this, "A beats B" may say just that A was given the better learning rate;
 * with the same seeds for both, that A was luckier in tuning.
 */
import type { Libm } from '../../kernel/libm.ts';
import { gridOf, type Space } from '../space/space.ts';
import { OVER, type Turn } from '../space/turn.ts';

export interface TunedOptions {
  /** Values per range, at least 2. */
  levels: number;
  /** Labels of the arms. */
  arms: readonly string[];
  tuningSeeds: readonly number[];
  /** None of them a tuning seed. */
  seeds: readonly number[];
}

/** Two turns: everything that is tried in tuning, arm by arm, then one winner per arm, in the order of the arms. */
export function tunedComparison(space: Space, { levels, arms, tuningSeeds, seeds }: TunedOptions, libm: Libm): Turn {
  const shared = seeds.find((seed) => tuningSeeds.includes(seed));
  if (shared !== undefined) throw new Error(`Seed ${shared} is both for tuning and for the comparison; allowed: different ones.`);
  const points = gridOf(space, levels, libm);
  const tried = arms.flatMap((arm) => points.map((point) => ({ point, share: 1, arm, seeds: tuningSeeds })));
  return {
    ask: tried,
    tell(scores) {
      const winners = arms.map((_, arm) => {
        const own = points.map((_, i) => arm * points.length + i);
        return tried[own.reduce((best, i) => (scores[i]! < scores[best]! ? i : best))]!;
      });
      return { ask: winners.map((winner) => ({ ...winner, seeds })), tell: () => OVER };
    },
  };
}
