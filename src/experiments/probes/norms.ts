/** Norms of layers, in 64 bits. */
import type { LayerParameters } from '../../engines/engine.ts';

/** What is trained: not the running statistics of batch normalization. */
export const TRAINED = ['kernel', 'bias', 'gamma', 'beta'] as const;

/** Euclidean norm of all that is trained in a layer. */
export function layerNorm(layer: LayerParameters): number {
  let sum = 0;
  for (const key of TRAINED) for (const value of layer[key] ?? []) sum += value * value;
  return Math.sqrt(sum);
}

/** Euclidean norm of the difference of two layers. */
export function layerDistance(a: LayerParameters, b: LayerParameters): number {
  let sum = 0;
  for (const key of TRAINED) a[key]?.forEach((value, i) => (sum += (value - b[key]![i]!) * (value - b[key]![i]!)));
  return Math.sqrt(sum);
}
