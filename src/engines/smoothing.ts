/** Label smoothing (Szegedy et al. 2016): both engines place labels through here, for training and for evaluation. */
import type { Loss } from '../nn/catalog.ts';

/**
 * Labels y as the loss sees them, [examples][outputs]: (1 − s) y + s/K with the categorical cross-entropy of K outputs,
 * (1 − s) y + s/2 with the binary one, which has two classes per output. Without smoothing, `y` itself.
 */
export function smoothLabels(loss: Loss, y: Float32Array, outputs: number): Float32Array {
  const smoothing = Number(loss.labelSmoothing ?? 0);
  if (smoothing === 0) return y;
  const spread = smoothing / (loss.name === 'binaryCrossentropy' ? 2 : outputs);
  return y.map((label) => (1 - smoothing) * label + spread);
}
