/**
 * A picture, moved: where each pixel of the copy comes from is computed by an affine map about the middle and, for elastic distortions, a smooth
 * random displacement (Simard, Steinkraus & Platt 2003; here interpolated between the knots of a coarse grid); its shade is interpolated between the four pixels around that place.
 * Outside the picture all is 0.
 */
import type { Libm } from '../../kernel/libm.ts';

export interface Move {
  /** Pixels to the right and downwards. */
  across: number;
  down: number;
  /** Clockwise, in radians, where y points down. */
  turn: number;
  /** Factor on the size. */
  size: number;
  /** How far a row moves to the right for each row above the middle. */
  slant: number;
  /** Displacement at the knots, across and down, [KNOTS × KNOTS] each; none if absent. */
  knots?: { across: readonly number[]; down: readonly number[] };
}

/** Along each side of the picture. */
export const KNOTS = 5;

/** `from`: shades row by row, read from `start`; the copy is written to `to` from `place`. */
export function movePicture(
  { width, height }: { width: number; height: number },
  { across, down, turn, size, slant, knots }: Move,
  { cos, sin }: Pick<Libm, 'cos' | 'sin'>,
  from: { values: ArrayLike<number>; start: number },
  to: { values: Float64Array; place: number },
): void {
  const [c, s] = [cos(turn) / size, sin(turn) / size];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const shade = (row: number, column: number) =>
    row < 0 || column < 0 || row >= height || column >= width ? 0 : from.values[from.start + row * width + column]!;
  const [rows, columns] = knots ? [cells(height), cells(width)] : [[], []];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Backwards: the shift first, then turn and size, then the slant.
      const u = column - middleX - across;
      const v = row - middleY - down;
      const turnedY = c * v - s * u;
      let x = c * u + s * v + slant * turnedY + middleX;
      let y = turnedY + middleY;
      if (knots) {
        x += between(knots.across, rows[row]!, columns[column]!);
        y += between(knots.down, rows[row]!, columns[column]!);
      }
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, low] = [x - left, y - top];
      const above = shade(top, left) * (1 - right) + shade(top, left + 1) * right;
      const below = shade(top + 1, left) * (1 - right) + shade(top + 1, left + 1) * right;
      to.values[to.place + row * width + column] = above * (1 - low) + below * low;
    }
  }
}

/** Between the knots, without kinks. */
function between(knots: readonly number[], row: Cell, column: Cell): number {
  const first = row.index * KNOTS + column.index;
  const above = knots[first]! + column.eased * (knots[first + 1]! - knots[first]!);
  const below = knots[first + KNOTS]! + column.eased * (knots[first + KNOTS + 1]! - knots[first + KNOTS]!);
  return above + row.eased * (below - above);
}

/** The knot before a row or a column, and how far behind it that lies. */
interface Cell {
  index: number;
  eased: number;
}

function cells(count: number): Cell[] {
  return Array.from({ length: count }, (_, place) => {
    const position = (place / count) * (KNOTS - 1);
    const index = Math.floor(position);
    const t = position - index;
    return { index, eased: t * t * (3 - 2 * t) };
  });
}
