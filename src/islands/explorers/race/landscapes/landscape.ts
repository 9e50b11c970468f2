import type { Libm } from '../../../../kernel/libm.ts';

export type Point = readonly [x: number, y: number];

/** A function of two variables on which optimizers race. */
export interface Landscape {
  /** Name in addresses. */
  name: string;
  title: string;
  /** f(x, y), in TeX. */
  tex: string;
  /** Both partial derivatives, in TeX. */
  gradientTex: string;
  value(at: Point, m: Libm): number;
  gradient(at: Point, m: Libm): Point;
  /** Where f is least; none where it has no minimum. */
  minima: readonly Point[];
  /** A race is won at this value, or lower: f at the minimum plus the reader's tolerance, unless there is no minimum. */
  goal(tolerance: number): number;
  x: readonly [number, number];
  y: readonly [number, number];
  /** A start from which the race is instructive. */
  start: Point;
  /** Learning rates that suit it: for steps in proportion to the gradient, and for steps of a size of their own. */
  rates: { gradient: number; adaptive: number };
  /** Exponent by which contours crowd near the least value; 1 for even steps. */
  crowding: number;
  /** What is hard about it, in a sentence or two. */
  hard: string;
}

/** For those whose least value is 0. */
export function aboveZero(tolerance: number): number {
  return tolerance;
}
