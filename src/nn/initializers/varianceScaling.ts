/**
 * The family of initializers whose variance is a constant over a fan: Glorot, He, LeCun
 * (Keras: VarianceScaling). Uniform ones draw from ±√(3·variance); normal ones draw from a normal
 * truncated at two standard deviations and widened so that the variance is as named.
 */
import type { Stream } from '../../kernel/random.ts';
import { fillTruncatedNormal } from './distributions.ts';

export function fillUniform(weights: Float32Array, variance: number, stream: Stream): void {
  const limit = Math.sqrt(3 * variance);
  for (let i = 0; i < weights.length; i++) weights[i] = (2 * stream.uniform() - 1) * limit;
}

export function fillScaledNormal(weights: Float32Array, variance: number, stream: Stream): void {
  fillTruncatedNormal(weights, 0, Math.sqrt(variance) / TRUNCATED_DEVIATION, stream);
}

/** Standard deviation of a standard normal truncated at ±2. */
const TRUNCATED_DEVIATION = 0.8796256610342398;
