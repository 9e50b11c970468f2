/** A landscape as filled contours, from low to high; each lies over the one before. */
import { contours } from 'd3-contour';
import type { Libm } from '../../kernel/libm.ts';
import type { Landscape } from './landscapes/landscape.ts';

export interface Band {
  /** f is at least this within. */
  from: number;
  /** For an SVG path, in a square of SIDE by SIDE, y downwards. */
  path: string;
}

/** Edge of the square, and samples along it. */
export const SIDE = 64;
/** Bands, the lowest one included. */
export const BANDS = 7;

export function contourBands(landscape: Landscape, m: Libm): Band[] {
  const { x, y, crowding } = landscape;
  const along = ([low, high]: readonly [number, number], index: number) => low + ((index + 0.5) / SIDE) * (high - low);
  const values = Array.from({ length: SIDE * SIDE }, (_, index) => landscape.value([along(x, index % SIDE), along(y, SIDE - 1 - Math.floor(index / SIDE))], m));
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const draw = contours().size([SIDE, SIDE]);
  return Array.from({ length: BANDS }, (_, level) => {
    const from = low + (high - low) * (level / BANDS) ** crowding;
    const { coordinates } = draw.contour(values, level === 0 ? low - 1 : from);
    return { from, path: coordinates.flat().map(ring).join('') };
  });
}

function ring(points: number[][]): string {
  return `M${points.map(([px = 0, py = 0]) => `${round(px)} ${round(py)}`).join('L')}Z`;
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
