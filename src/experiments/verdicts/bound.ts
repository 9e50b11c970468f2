/** Claims that a number stays on one side of a bound. The worst arm speaks for all: its number is the effect. */
import type { Interval } from './bootstrap.ts';
import type { Trial } from './kind.ts';

/** One of the two. */
export interface Bound {
  below?: number | undefined;
  above?: number | undefined;
}

export function weighBound(values: readonly number[], { below, above = -Infinity }: Bound): Trial {
  if (below !== undefined) return { holds: values.every((value) => value < below), effect: Math.max(...values) };
  return { holds: values.every((value) => value > above), effect: Math.min(...values) };
}

export function bearsBound({ low, high }: Interval, { below, above = -Infinity }: Bound): boolean {
  return below === undefined ? low > above : high < below;
}

/** The value that is on the wrong side of any bound. */
export function worstOf({ below }: Bound): number {
  return below === undefined ? -Infinity : Infinity;
}
