/**
 * Random search (Bergstra & Bengio 2012): points drawn independently, without repeats. Where few of the dimensions matter, it
 * tries more values of those than a grid of the same size. It has no end of its own but that of the space.
 */
import { drawDistinct, type Chance } from '../space/draws.ts';
import type { Space } from '../space/space.ts';
import { OVER, type Turn } from '../space/turn.ts';

export function randomSearch(space: Space, chance: Chance, from = 0, seen: ReadonlySet<string> = new Set()): Turn {
  const drawn = drawDistinct(space, chance, AT_ONCE, from, seen);
  if (drawn.points.length === 0) return OVER;
  return { ask: drawn.points.map((point) => ({ point, share: 1 })), tell: () => randomSearch(space, chance, drawn.next, drawn.seen) };
}

/** Points per turn: enough to keep any pool busy. Points do not depend on scores, so the number changes none of them. */
const AT_ONCE = 32;
