/** A landscape as filled contours. */
import type { Libm } from '../../../kernel/libm.ts';
import { drawBands, type Band } from '../parts/bands.ts';
import type { Landscape } from './landscapes/landscape.ts';

/** Samples along an edge. */
export const SIDE = 64;
/** Bands, the lowest one included. */
const BANDS = 7;

export function contourBands(landscape: Landscape, m: Libm): Band[] {
  const { x, y, crowding } = landscape;
  const along = ([low, high]: readonly [number, number], index: number) => low + ((index + 0.5) / SIDE) * (high - low);
  const values = Array.from({ length: SIDE * SIDE }, (_, index) => landscape.value([along(x, index % SIDE), along(y, SIDE - 1 - Math.floor(index / SIDE))], m));
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const thresholds = Array.from({ length: BANDS }, (_, level) => low + (high - low) * (level / BANDS) ** crowding);
  return drawBands(values, SIDE, thresholds);
}
