/** From a template to the path of a pen: points jittered, then joined by smooth curves. */
import type { Stream } from '../../../kernel/random.ts';
import type { Stroke, Template } from './templates.ts';

/** Straight pieces of pen path: x0, y0, x1, y1 of each, one after another. */
export type Pieces = number[];

/** Straight pieces per stretch between two points of a stroke. */
const PIECES = 6;

/** `deviation`: standard deviation of the jitter of each point, in units of the digit's height. */
export function penPath(template: Template, deviation: number, stream: Stream): Pieces {
  const pieces: Pieces = [];
  for (const stroke of template) {
    const jittered = stroke.map(([x, y]) => [x + deviation * stream.normal(), y + deviation * stream.normal()] as const);
    for (const [from, to] of smoothRuns(stroke)) addCurve(pieces, jittered.slice(from, to + 1));
  }
  return pieces;
}

/** First and last point of each run between corners. */
function smoothRuns(stroke: Stroke): [number, number][] {
  const ends = [0, ...stroke.flatMap(([, , corner], i) => (corner ? [i] : [])), stroke.length - 1];
  return ends.slice(1).map((end, i) => [ends[i]!, end]);
}

/** A Catmull–Rom spline through the points; at its ends the neighbour that is missing is mirrored. */
function addCurve(pieces: Pieces, points: (readonly [number, number])[]): void {
  const at = (i: number, axis: 0 | 1): number => {
    const last = points.length - 1;
    if (i < 0) return 2 * points[0]![axis] - points[1]![axis];
    return i > last ? 2 * points[last]![axis] - points[last - 1]![axis] : points[i]![axis];
  };
  let [x, y] = points[0]!;
  for (let i = 0; i + 1 < points.length; i++) {
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      const nextX = spline(at(i - 1, 0), at(i, 0), at(i + 1, 0), at(i + 2, 0), t);
      const nextY = spline(at(i - 1, 1), at(i, 1), at(i + 1, 1), at(i + 2, 1), t);
      pieces.push(x, y, nextX, nextY);
      [x, y] = [nextX, nextY];
    }
  }
}

/** Between b (t = 0) and c (t = 1), with tangents (c − a)/2 and (d − b)/2. */
function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
