/** The factor per update over all rates and momenta, as bands: where it converges, and how fast. */
import { drawBands, type Band } from '../parts/bands.ts';
import type { Method } from './ball.ts';
import { ravineFactor } from './ravine.ts';

/** Samples along an edge. */
export const SIDE = 121;
/** Up to which rate the map goes, in units of 1/λ₂: the heavy ball's last limit is 2 (1 + μ) < 4. */
export const MOST_RATE = 4;
/** Where bands begin, from the fastest to the last. From 1 on nothing converges; where that begins is known exactly (limitOf). */
export const FACTORS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98] as const;

/** A sample lies in the middle of its cell. */
export function rateBands(method: Method, kappa: number): Band[] {
  const at = (index: number) => (index + 0.5) / SIDE;
  const values = Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [row, column] = [Math.floor(index / SIDE), index % SIDE];
    // Where it diverges the number says no more; bounded, contours have even ground to run on.
    return Math.min(2, ravineFactor({ method, rate: MOST_RATE * at(column), momentum: 1 - at(row) }, kappa));
  });
  return drawBands(values, SIDE, FACTORS);
}
