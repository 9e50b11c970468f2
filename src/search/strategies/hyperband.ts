/**
 * Hyperband (Li et al. 2018, algorithm 1): successive halving asks how many candidates to begin with; Hyperband tries
 * several numbers, each in a bracket of about the same cost, from many candidates trained briefly to few trained in full.
 */
import type { Chance } from '../space/draws.ts';
import type { Space } from '../space/space.ts';
import type { Turn } from '../space/turn.ts';
import { inBrackets, rungs, type Rung } from './halving.ts';

export interface HyperbandOptions {
  /** One in `eta` is kept, an integer of at least 2. */
  eta: number;
  /** Halvings of the first bracket, s_max = ⌊log_η R⌋ in the paper, where R is the whole training budget in its smallest unit. */
  halvings: number;
}

/**
 * The brackets s = s_max … 0: bracket s begins with ⌈(s_max + 1)/(s + 1) · η^s⌉ candidates, each at the share η^−s.
 */
export function brackets({ eta, halvings }: HyperbandOptions): Rung[][] {
  return Array.from({ length: halvings + 1 }, (_, i) => {
    const s = halvings - i;
    let grown = halvings + 1;
    for (let k = 0; k < s; k++) grown *= eta;
    return rungs(Math.ceil(grown / (s + 1)), eta, s);
  });
}

/** All brackets, and again with new candidates, for as long as there is budget. */
export function hyperband(space: Space, options: HyperbandOptions, chance: Chance): Turn {
  const all = brackets(options);
  return inBrackets(space, chance, (round) => all[round % all.length]!);
}
