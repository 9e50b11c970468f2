/** Where an activation lets hardly any gradient through, towards the ends of the axis. */
import type { ActivationCurve } from './activationCurve.ts';
import { GRID } from './grid.ts';

/** A unit counts as saturated where |φ′| is below this. */
export const SATURATED = 0.05;

export interface Saturation {
  /** |φ′| is small from the left end up to here. */
  below?: number;
  /** |φ′| is small from here to the right end. */
  above?: number;
}

/** A flat spot between the ends (the minimum of swish and gelu) is no saturation, and is left out. */
export function saturation({ slopes }: ActivationCurve): Saturation {
  const first = slopes.findIndex(isSteep);
  const last = slopes.findLastIndex(isSteep);
  if (first < 0) return { below: GRID.at(-1)!, above: GRID[0]! };
  return { ...(first > 0 && { below: GRID[first - 1]! }), ...(last < GRID.length - 1 && { above: GRID[last + 1]! }) };
}

export type UnitState = 'off' | 'saturated' | 'open';

/** Of a unit at a point of GRID: off where nothing comes through, in a flat piece of the curve. */
export function unitState(curve: ActivationCurve, index: number): UnitState {
  const slope = curve.slopes[index]!;
  if (slope === 0) return 'off';
  const { below = -Infinity, above = Infinity } = saturation(curve);
  const z = GRID[index]!;
  return z <= below || z >= above ? 'saturated' : 'open';
}

/** In words: `φ′ = 0 for z ≤ 0`, `|φ′| < 0.05 for z ≤ −2.9 and z ≥ 2.9`. */
export function describeSaturation(curve: ActivationCurve): string {
  const { below, above } = saturation(curve);
  const flat = curve.slopes.filter((_, index) => GRID[index]! <= (below ?? -Infinity) || GRID[index]! >= (above ?? Infinity));
  const small = flat.every((slope) => slope === 0) ? 'φ′ = 0' : `|φ′| < ${SATURATED}`;
  if (below !== undefined && above !== undefined && below >= above) return `${small} everywhere`;
  const parts = [below !== undefined && `z ≤ ${written(below)}`, above !== undefined && `z ≥ ${written(above)}`].filter((part) => part !== false);
  return parts.length === 0 ? `|φ′| ≥ ${SATURATED} out to both ends of the axis` : `${small} for ${parts.join(' and ')}`;
}

function isSteep(slope: number): boolean {
  return Math.abs(slope) >= SATURATED;
}

function written(z: number): string {
  return String(z).replace('-', '−');
}
