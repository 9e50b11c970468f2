/**
 * An interval for the median of what a few seeds give, free of any assumption on how they are spread: two of the sorted values
 * themselves (Thompson 1936). It inverts the sign test: the median is below the j-th smallest of n
 * independent values only if fewer than j of them fall below it, and each does so with a chance of at most one half.
 *
 * The judge rests on this: whatever the spread, the interval lies wholly above the true median with a chance of at most `ALPHA`,
 * and wholly below it with the same.
 */
import { quantileSorted } from 'simple-statistics';

/** Chance of erring on each side. */
export const ALPHA = 0.01;
/** How sure the interval is, in words. */
export const CONFIDENCE = '98\u202f%';
/** With fewer values even the smallest and the largest err too often: 0.5⁶ is more than 1 %. */
export const FEWEST_SEEDS = 7;

export interface Interval {
  median: number;
  low: number;
  high: number;
}

/** `values`: in any order, infinite ones among them. With fewer than `FEWEST_SEEDS` the interval is the whole line; NaN of no values. */
export function medianInterval(values: readonly number[]): Interval {
  if (values.length === 0) return { median: NaN, low: NaN, high: NaN };
  const sorted = [...values].sort((a, b) => a - b);
  const rank = rankOf(values.length);
  if (rank === 0) return { median: medianOf(sorted), low: -Infinity, high: Infinity };
  return { median: medianOf(sorted), low: sorted[rank - 1]!, high: sorted[sorted.length - rank]! };
}

/** The largest j such that fewer than j heads in `count` throws of a fair coin have a chance of at most `ALPHA`. 0: there is none. */
export function rankOf(count: number): number {
  let chance = 0.5 ** count;
  let sum = chance;
  let rank = 0;
  while (sum <= ALPHA && rank < count) {
    rank++;
    chance *= (count - rank + 1) / rank;
    sum += chance;
  }
  return rank;
}

/** The mean of the two in the middle, unless they are infinite: then the lower, because ∞ − ∞ has no mean. */
function medianOf(sorted: readonly number[]): number {
  const middle = quantileSorted([...sorted], 0.5);
  return Number.isNaN(middle) ? sorted[Math.ceil(sorted.length / 2) - 1]! : middle;
}
