import type { Libm } from '../../kernel/libm.ts';
import { normalDensity, normalShareBelow } from './normal.ts';

/**
 * By how much a value, normal with `mean` and `deviation`, is expected to fall below `best`: E[max(best − f, 0)] =
 * (best − μ)Φ(z) + σφ(z) with z = (best − μ)/σ (Jones, Schonlau & Welch 1998, eq. 15). Never negative.
 */
export function expectedImprovement(mean: number, deviation: number, best: number, libm: Libm): number {
  const gap = best - mean;
  if (deviation <= 0) return Math.max(gap, 0);
  const z = gap / deviation;
  // Far out in the tail the two terms cancel but for rounding.
  return Math.max(gap * normalShareBelow(z, libm) + deviation * normalDensity(z, libm), 0);
}
