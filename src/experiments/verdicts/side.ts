/**
 * What every claim comes to: that a number, the effect, lies on one side of a bound, or within a margin around zero. Each seed gives
 * one effect; this says for which of the two it speaks, and what the interval of the median effect shows.
 */
import type { Interval } from '../../statistics/medianInterval.ts';

/** `above`, `below`: the bound. `inclusive`: the bound itself is on the claim's side. `within`: the smallest difference that is one. */
export type Side = { above: number; inclusive?: true } | { below: number; inclusive?: true } | { within: number };

/** What one seed says: for the claim, against it, or neither, because the effect is smaller than what matters. */
export type Stance = 'for' | 'against' | 'neither';

/** `matters`: the smallest difference from the bound that counts, from 0; a margin has its own. */
export function stanceOf(effect: number, side: Side, matters: number): Stance {
  if ('within' in side) return Math.abs(effect) < side.within ? 'for' : Math.abs(effect) > side.within ? 'against' : 'neither';
  if (reaches(effect, side, matters)) return 'for';
  return reaches(effect, opposite(side), matters) ? 'against' : 'neither';
}

/** The effect is at least as far beyond the bound as matters, and in any case beyond it. */
function reaches(effect: number, side: Beyond, matters: number): boolean {
  return isBeyond(effect, side) && distance(effect, side) >= matters;
}

/** `for`: the median effect is on the claim's side, for all that the interval leaves open; `against`: on the other; `none`: it is too small to matter. */
export function shownBy({ low, high }: Interval, side: Side, matters: number): { for: boolean; against: boolean; none: boolean } {
  if ('within' in side) {
    const { within } = side;
    return { for: low > -within && high < within, against: low > within || high < -within, none: false };
  }
  const other = opposite(side);
  const isAll = (one: Beyond) => isBeyond(low, one) && isBeyond(high, one);
  const farthest = Math.max(Math.abs(distance(low, side)), Math.abs(distance(high, side)));
  return { for: isAll(side), against: isAll(other), none: farthest < matters || farthest === 0 };
}

type Beyond = Exclude<Side, { within: number }>;

function isBeyond(effect: number, side: Beyond): boolean {
  if ('above' in side) return side.inclusive ? effect >= side.above : effect > side.above;
  return side.inclusive ? effect <= side.below : effect < side.below;
}

/** How far beyond the bound; negative on the other side. */
function distance(effect: number, side: Beyond): number {
  return 'above' in side ? effect - side.above : side.below - effect;
}

/** The bound itself belongs to at most one side. */
function opposite(side: Beyond): Beyond {
  return 'above' in side ? { below: side.above } : { above: side.below };
}
