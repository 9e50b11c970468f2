/** Fill weights with numbers drawn one after the other from `stream`. */
import type { Stream } from '../../kernel/random.ts';

export function fillBetween(weights: Float32Array, low: number, high: number, stream: Stream): void {
  for (let i = 0; i < weights.length; i++) weights[i] = low + (high - low) * stream.uniform();
}

export function fillNormal(weights: Float32Array, mean: number, deviation: number, stream: Stream): void {
  for (let i = 0; i < weights.length; i++) weights[i] = mean + deviation * stream.normal();
}

/** Normal, with what lies beyond two standard deviations drawn again. */
export function fillTruncatedNormal(weights: Float32Array, mean: number, deviation: number, stream: Stream): void {
  for (let i = 0; i < weights.length; i++) {
    let z = stream.normal();
    while (z < -2 || z > 2) z = stream.normal();
    weights[i] = mean + z * deviation;
  }
}
