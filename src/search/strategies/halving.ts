/**
 * Successive halving (Jamieson & Talwalkar 2016): train many candidates a little, keep the best one in η, train those η
 * times as long, and so on; the last rung has the whole training budget. Each rung trains from the start: a candidate's schedule
 * belongs to its budget, and a run of a rung is a run like any other. Rungs cost about the same each.
 */
import { drawDistinct, type Chance } from '../space/draws.ts';
import type { Space } from '../space/space.ts';
import { inSequence, OVER, type Point, type Turn } from '../space/turn.ts';

export interface HalvingOptions {
  /** To begin with, at least `eta`. */
  candidates: number;
  /** One in `eta` is kept, an integer of at least 2. */
  eta: number;
}

export interface Rung {
  candidates: number;
  /** Share of the training budget for each. */
  share: number;
}

/** Rungs from `candidates`, `halvings` of them after the first: rung i has ⌊n·η^−i⌋ candidates at the share η^(i − halvings). */
export function rungs(candidates: number, eta: number, halvings: number): Rung[] {
  return Array.from({ length: halvings + 1 }, (_, i) => ({
    candidates: Math.floor(candidates / power(eta, i)),
    share: 1 / power(eta, halvings - i),
  }));
}

/** The most halvings that leave at least one: ⌊log_η n⌋. In whole numbers, where a logarithm may be a hair off. */
export function halvingsOf(candidates: number, eta: number): number {
  let halvings = 0;
  while (power(eta, halvings + 1) <= candidates) halvings++;
  return halvings;
}

/** Round after round with new candidates, for as long as there is budget. */
export function successiveHalving(space: Space, { candidates, eta }: HalvingOptions, chance: Chance): Turn {
  const schedule = rungs(candidates, eta, halvingsOf(candidates, eta));
  return inBrackets(space, chance, () => schedule);
}

/** Brackets one after another, each with new candidates. `scheduleOf(round)`: its rungs. */
export function inBrackets(space: Space, chance: Chance, scheduleOf: (round: number) => readonly Rung[]): Turn {
  const drawn = [drawDistinct(space, chance, scheduleOf(0)[0]!.candidates, 0, new Set())];
  return inSequence((round) => {
    const before = drawn[round - 1];
    drawn[round] ??= drawDistinct(space, chance, scheduleOf(round)[0]!.candidates, before!.next, before!.seen);
    return climb(drawn[round].points, scheduleOf(round));
  });
}

/** Fewer candidates than planned, where the space has no more, climb the same rungs. */
function climb(points: readonly Point[], [rung, ...above]: readonly Rung[]): Turn {
  if (!rung || points.length === 0) return OVER;
  const kept = points.slice(0, rung.candidates);
  return {
    ask: kept.map((point) => ({ point, share: rung.share })),
    tell(scores) {
      const ranked = [...kept.keys()].sort((a, b) => rankOf(scores[a]!, scores[b]!) || a - b);
      return climb(
        ranked.map((index) => kept[index]!),
        above,
      );
    },
  };
}

/** Two infinities are equal; their difference is not a number. */
function rankOf(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** By multiplication: exact for whole numbers. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}
