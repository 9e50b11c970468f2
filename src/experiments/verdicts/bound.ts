/** Claims that a number stays on one side of a bound. The worst arm speaks for all: its number is the effect. */
import type { Side } from './side.ts';

/** One of the two. */
export interface Bound {
  below?: number | undefined;
  above?: number | undefined;
}

export function worstArm(values: readonly number[], { below }: Bound): number {
  return below === undefined ? Math.min(...values) : Math.max(...values);
}

export function sideOf({ below, above = -Infinity }: Bound): Side {
  return below === undefined ? { above } : { below };
}

/** The value that is on the wrong side of any bound. */
export function worstOf({ below }: Bound): number {
  return below === undefined ? -Infinity : Infinity;
}
