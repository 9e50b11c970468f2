/** What a source reports of one run, or of a few, beside the same figure over our seeds. */
import { median } from 'simple-statistics';

export interface BesideReported {
  median: number;
  lowest: number;
  highest: number;
  /** How many runs came to a value. */
  seeds: number;
  /** Whether the reported value lies between the lowest and the highest, to the digits that a recording keeps. */
  inside: boolean;
}

/** Recordings keep nine digits. */
const ROUNDING = 1e-8;

/** `values`: one for each seed; those of runs that diverged are not finite and are left out. Undefined where none is left. */
export function besideReported(reported: number, values: readonly number[]): BesideReported | undefined {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const [lowest, highest] = [Math.min(...finite), Math.max(...finite)];
  const slack = ROUNDING * Math.abs(reported);
  return { median: median(finite), lowest, highest, seeds: finite.length, inside: reported >= lowest - slack && reported <= highest + slack };
}
