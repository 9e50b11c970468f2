/** What is searched: for each path a list of values or a range, and for each free name a list of labels that set several paths together. */
import type { Libm } from '../../kernel/libm.ts';
import type { Json } from '../../schema/json.ts';
import type { Point } from './turn.ts';

export interface ListDimension {
  kind: 'list';
  /** Of the configuration, or a free name. */
  path: string;
  /** Of a free name, labels. */
  values: Json[];
  /** Of a free name: the paths that each of its labels sets, label by label. */
  sets?: Record<string, Json>[];
}

export interface RangeDimension {
  kind: 'range';
  path: string;
  min: number;
  max: number;
  /** log: equal ratios are equally likely; min is above 0. */
  scale: 'linear' | 'log';
  integer: boolean;
}

export type Dimension = ListDimension | RangeDimension;
export type Space = readonly Dimension[];

/** Path → value for all that a point chooses: a free name gives what its label sets. */
export function settingsAt(space: Space, point: Point): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(point).flatMap(([path, value]) => {
      const joint = space.find((dimension) => dimension.path === path && dimension.kind === 'list' && dimension.sets) as ListDimension | undefined;
      return joint ? Object.entries(joint.sets![joint.values.indexOf(value)] ?? {}) : [[path, value] as const];
    }),
  );
}

/** Numbers of a range are rounded to so many significant digits, so that they can be read and written down. */
const DIGITS = 4;

/** The value at `u` in [0, 1): equal stretches of u are equally likely. */
export function valueAt(dimension: Dimension, u: number, libm: Libm): Json {
  if (dimension.kind === 'list') return dimension.values[Math.min(Math.floor(u * dimension.values.length), dimension.values.length - 1)]!;
  const { min, max, scale, integer } = dimension;
  // Whole numbers get a stretch of equal width each (on a log scale, nearly): half a step more at both ends.
  const [from, to] = integer ? [min - 0.5, max + 0.5] : [min, max];
  const raw = scale === 'log' ? libm.exp(libm.log(from) + u * (libm.log(to) - libm.log(from))) : from + u * (to - from);
  return clamp(integer ? Math.round(raw) : round(raw), min, max);
}

export function pointAt(space: Space, u: readonly number[], libm: Libm): Point {
  return Object.fromEntries(space.map((dimension, i) => [dimension.path, valueAt(dimension, u[i]!, libm)]));
}

/** Every value of a list; of a range, `count` values evenly spaced on its scale, both ends included, without repeats. */
export function levelsOf(dimension: Dimension, count: number, libm: Libm): Json[] {
  if (dimension.kind === 'list') return dimension.values;
  const { min, max, scale, integer } = dimension;
  const values = Array.from({ length: count }, (_, i) => {
    if (i === 0) return min;
    if (i === count - 1) return max;
    const t = i / (count - 1);
    const raw = scale === 'log' ? libm.exp(libm.log(min) + t * (libm.log(max) - libm.log(min))) : min + t * (max - min);
    return clamp(integer ? Math.round(raw) : round(raw), min, max);
  });
  return [...new Set(values)];
}

/** How many levels there are, without computing them: an upper bound where whole numbers repeat. */
export function levelCount(dimension: Dimension, count: number): number {
  if (dimension.kind === 'list') return dimension.values.length;
  return dimension.integer ? Math.min(count, dimension.max - dimension.min + 1) : count;
}

/** All combinations, the last dimension varying fastest. */
export function gridOf(space: Space, count: number, libm: Libm): Point[] {
  return space.reduce<Point[]>(
    (points, dimension) => points.flatMap((point) => levelsOf(dimension, count, libm).map((value) => ({ ...point, [dimension.path]: value }))),
    [{}],
  );
}

/**
 * A point as coordinates for a model of distances: a range and a list of numbers as one number in [0, 1], along its scale
 * or its ranks; any other list as one coordinate per value, so that all values lie at distance 1 from each other.
 */
export function coordinatesOf(space: Space, point: Point, libm: Libm): number[] {
  return space.flatMap((dimension) => {
    const value = point[dimension.path]!;
    if (dimension.kind === 'range') return [positionOf(dimension, Number(value), libm)];
    const { values } = dimension;
    const key = JSON.stringify(value);
    if (values.every((one) => typeof one === 'number')) return [rankOf(values, Number(value)) / Math.max(1, values.length - 1)];
    return values.map((one) => (JSON.stringify(one) === key ? Math.SQRT1_2 : 0));
  });
}

function positionOf({ min, max, scale }: RangeDimension, value: number, libm: Libm): number {
  if (min === max) return 0;
  if (scale === 'linear') return (value - min) / (max - min);
  return (libm.log(value) - libm.log(min)) / (libm.log(max) - libm.log(min));
}

function rankOf(values: readonly number[], value: number): number {
  return values.filter((one) => one < value).length;
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
