/** The standard normal distribution, with the same bits everywhere. */
import type { Libm } from '../../kernel/libm.ts';

/** φ(x) = e^(−x²/2) / √(2π). */
export function normalDensity(x: number, { exp }: Libm): number {
  return exp(-0.5 * x * x) * INVERSE_ROOT_TWO_PI;
}

/**
 * Φ(x), the share below x. In the middle Marsaglia's series (2004), ½ + φ(x)(x + x³/3 + x⁵/15 + …), in the tails
 * the continued fraction of Mills' ratio (Laplace), 1/(x + 1/(x + 2/(x + 3/(x + …)))); both to about 1e-15.
 */
export function normalShareBelow(x: number, libm: Libm): number {
  if (x > MIDDLE) return 1 - tail(x, libm);
  if (x < -MIDDLE) return tail(-x, libm);
  let [term, sum] = [x, x];
  for (let i = 3; i < SERIES_TERMS; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x, libm);
}

function tail(x: number, libm: Libm): number {
  let fraction = x;
  for (let i = FRACTION_TERMS; i >= 1; i--) fraction = x + i / fraction;
  return normalDensity(x, libm) / fraction;
}

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
const MIDDLE = 3;
const SERIES_TERMS = 90;
const FRACTION_TERMS = 100;
