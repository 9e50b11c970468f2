/** A function on a square grid as filled contours, from low to high; each lies over the one before. */
import { contours } from 'd3-contour';

export interface Band {
  /** The function is at least this within. */
  from: number;
  /** For an SVG path, in a square of `side` by `side`, y downwards; a sample lies in the middle of its cell. */
  path: string;
}

/** `values`: [row][column], the first row on top, all finite. `thresholds`: where bands begin, in ascending order. */
export function drawBands(values: number[], side: number, thresholds: readonly number[]): Band[] {
  const draw = contours().size([side, side]);
  return thresholds.map((from) => ({ from, path: draw.contour(values, from).coordinates.flat().map(ring).join('') }));
}

function ring(points: number[][]): string {
  return `M${points.map(([px = 0, py = 0]) => `${round(px)} ${round(py)}`).join('L')}Z`;
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
