/**
 * Distortions of a pen path: a random smooth displacement (the elastic distortion of Simard, Steinkraus &
 * Platt 2003, here of the path rather than of pixels), then width, slant and rotation.
 */
import type { Libm } from '../../../kernel/libm.ts';
import type { Stream } from '../../../kernel/random.ts';
import type { Pieces } from './penPath.ts';

export interface Distortion {
  /** Standard deviation of the displacement at the knots of the field, in units of the digit's height. */
  elastic: number;
  /** Factor on the width. */
  width: number;
  /** How far the top leans to the right per unit of height. */
  slant: number;
  /** Clockwise, in radians. */
  rotation: number;
}

export function distort(pieces: Pieces, { elastic, width, slant, rotation }: Distortion, { cos, sin }: Libm, stream: Stream): Pieces {
  const displaceX = smoothField(elastic, stream);
  const displaceY = smoothField(elastic, stream);
  const [c, s] = [cos(rotation), sin(rotation)];
  const distorted: Pieces = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const [x, y] = [pieces[i]!, pieces[i + 1]!];
    // About the middle of the box; y points down, so what lies above the middle leans right by −y.
    const v = y + displaceY(x, y) - 0.5;
    const u = width * (x + displaceX(x, y) - 0.5) - slant * v;
    distorted.push(c * u - s * v, s * u + c * v);
  }
  return distorted;
}

/** Knots of the field along each side of a square around the box. */
const KNOTS = 4;
const MARGIN = 0.25;

/** Normal values at the knots of a grid, smoothly interpolated between them. */
function smoothField(deviation: number, stream: Stream): (x: number, y: number) => number {
  const knots = Array.from({ length: KNOTS * KNOTS }, () => deviation * stream.normal());
  return (x, y) => {
    const [column, across] = cell(x);
    const [row, down] = cell(y);
    const first = row * KNOTS + column;
    const above = knots[first]! + across * (knots[first + 1]! - knots[first]!);
    const below = knots[first + KNOTS]! + across * (knots[first + KNOTS + 1]! - knots[first + KNOTS]!);
    return above + down * (below - above);
  };
}

/** The cell in which a coordinate lies, and how far in it, eased so that the field has no kinks. */
function cell(coordinate: number): [index: number, share: number] {
  const position = ((coordinate + MARGIN) / (1 + 2 * MARGIN)) * (KNOTS - 1);
  const index = Math.min(KNOTS - 2, Math.max(0, Math.floor(position)));
  const t = Math.min(1, Math.max(0, position - index));
  return [index, t * t * (3 - 2 * t)];
}
