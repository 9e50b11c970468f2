/** From which distribution an initializer draws the weights of a layer, with its numbers. */
import type { Initializer } from '../../../nn/catalog.ts';

/** `sigma` is the standard deviation of the weights that are drawn. */
export type WeightLaw =
  | { kind: 'uniform'; limit: number; sigma: number }
  /** `parent`: standard deviation of the normal before it is cut off at two of them. */
  | { kind: 'truncated'; mean: number; parent: number; sigma: number }
  | { kind: 'normal'; mean: number; sigma: number; approximate: boolean }
  | { kind: 'constant'; value: number; sigma: 0 };

/** Standard deviation of a standard normal that is cut off at ±2 (see nn/initializers/varianceScaling.ts). */
const TRUNCATED = 0.8796256610342398;

/** Throws for an initializer that it does not know. Fans are positive whole numbers. */
export function weightLaw(initializer: Initializer, fanIn: number, fanOut: number): WeightLaw {
  const number = (key: string) => Number(initializer[key]);
  switch (initializer.name) {
    case 'zeros':
      return { kind: 'constant', value: 0, sigma: 0 };
    case 'ones':
      return { kind: 'constant', value: 1, sigma: 0 };
    case 'constant':
      return { kind: 'constant', value: number('value'), sigma: 0 };
    case 'randomUniform':
      return uniform((number('limit') * number('limit')) / 3);
    case 'randomNormal':
      return { kind: 'normal', mean: number('mean'), sigma: number('stddev'), approximate: false };
    case 'truncatedNormal':
      return { kind: 'truncated', mean: number('mean'), parent: number('stddev'), sigma: number('stddev') * TRUNCATED };
    case 'orthogonal':
      // One entry of a random unit vector of n numbers has variance 1/n, and is nearly normal for large n.
      return { kind: 'normal', mean: 0, sigma: number('gain') / Math.sqrt(Math.max(fanIn, fanOut)), approximate: true };
    default:
      return scaled(initializer.name, fanIn, fanOut);
  }
}

/** The variance of a weight as a formula, with its numbers; undefined where it is a setting or nothing at all. */
export function varianceText(initializer: Initializer, fanIn: number, fanOut: number): string | undefined {
  switch (initializer.name.replace(/Uniform$|Normal$/, '')) {
    case 'glorot':
      return `2/(nᵢₙ + nₒᵤₜ) = 2/(${fanIn} + ${fanOut})`;
    case 'he':
      return `2/nᵢₙ = 2/${fanIn}`;
    case 'lecun':
      return `1/nᵢₙ = 1/${fanIn}`;
    case 'orthogonal':
      return `g²/max(nᵢₙ, nₒᵤₜ) = ${Number(initializer['gain'])}²/${Math.max(fanIn, fanOut)}`;
    default:
      return undefined;
  }
}

/** Density of the law at w; undefined where it has none. `exp`: the exponential function. */
export function density(law: WeightLaw, w: number, exp: (x: number) => number): number | undefined {
  switch (law.kind) {
    case 'uniform':
      return Math.abs(w) <= law.limit ? 1 / (2 * law.limit) : 0;
    case 'normal':
      return law.sigma === 0 ? undefined : bell((w - law.mean) / law.sigma, exp) / law.sigma;
    case 'truncated': {
      if (law.parent === 0) return undefined;
      const z = (w - law.mean) / law.parent;
      return Math.abs(z) <= 2 ? bell(z, exp) / law.parent / WITHIN_TWO : 0;
    }
    case 'constant':
      return undefined;
  }
}

function scaled(name: string, fanIn: number, fanOut: number): WeightLaw {
  const family = name.replace(/Uniform$|Normal$/, '');
  const variances: Record<string, number> = { glorot: 2 / (fanIn + fanOut), he: 2 / fanIn, lecun: 1 / fanIn };
  const variance = variances[family];
  if (variance === undefined) throw new Error(`The law of the initializer "${name}" is not known.`);
  if (name.endsWith('Uniform')) return uniform(variance);
  const sigma = Math.sqrt(variance);
  return { kind: 'truncated', mean: 0, parent: sigma / TRUNCATED, sigma };
}

function uniform(variance: number): WeightLaw {
  return { kind: 'uniform', limit: Math.sqrt(3 * variance), sigma: Math.sqrt(variance) };
}

function bell(z: number, exp: (x: number) => number): number {
  return exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Share of a standard normal within ±2: 2Φ(2) − 1. */
const WITHIN_TWO = 0.9544997361036416;
