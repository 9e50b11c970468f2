/** An arrow from one point to another: where a number goes, or what is compared with what. */
import { at, svgElement } from '../../parts/svg.ts';

export type Point = readonly [x: number, y: number];

interface Options {
  /** Default: the quiet colour of the text. */
  color?: string;
  width?: number;
  dash?: string;
  /** Px that stay free at either end, for what the arrow joins. */
  gap?: number | readonly [start: number, end: number];
  /** How far the arrow bends to its left, px. */
  bend?: number;
}

const HEAD = { length: 8, half: 3.4 };

export function arrow(
  document: Document,
  from: Point,
  to: Point,
  { color = 'var(--fc-text-quiet)', width = 1.3, dash, gap = 0, bend = 0 }: Options = {},
): SVGElement {
  const [before, after] = typeof gap === 'number' ? [gap, gap] : gap;
  const control: Point = middle(from, to, bend);
  const start = towards(from, control, before);
  const tip = towards(to, control, after);
  const foot = towards(tip, control, HEAD.length);
  const [dx, dy] = [(tip[0] - foot[0]) / HEAD.length, (tip[1] - foot[1]) / HEAD.length];
  const side = (sign: number) => at(foot[0] - sign * dy * HEAD.half, foot[1] + sign * dx * HEAD.half);
  const line = bend === 0 ? `M${at(...start)}L${at(...foot)}` : `M${at(...start)}Q${at(...control)} ${at(...foot)}`;
  return svgElement(
    document,
    'g',
    {},
    svgElement(document, 'path', { d: line, fill: 'none', stroke: color, 'stroke-width': width, 'stroke-dasharray': dash }),
    svgElement(document, 'path', { d: `M${at(...tip)}L${side(1)}L${side(-1)}Z`, fill: color }),
  );
}

/** `distance` px on the way from one point to another. */
export function towards([x, y]: Point, [otherX, otherY]: Point, distance: number): Point {
  const length = Math.hypot(otherX - x, otherY - y);
  if (length === 0) return [x, y];
  return [x + ((otherX - x) * distance) / length, y + ((otherY - y) * distance) / length];
}

/** The control point of a curve whose middle lies `bend` px to the left of the line between its ends. */
function middle([x, y]: Point, [otherX, otherY]: Point, bend: number): Point {
  const length = Math.hypot(otherX - x, otherY - y) || 1;
  return [(x + otherX) / 2 + (2 * bend * (otherY - y)) / length, (y + otherY) / 2 - (2 * bend * (otherX - x)) / length];
}
