import type { LayerPlan } from './engine.ts';

/**
 * Whether batch normalization takes a layer's bias away again: it subtracts the mean over the batch, of which the bias is a part.
 * The loss does not depend on such a bias, so its gradient is exactly zero. Summed in floating point it comes out near 1e-9, which
 * optimizers that divide by the size of gradients (Adam, RMSprop) turn into steps; predictions then move, because the running mean
 * follows late. Engines and exported programs therefore set this gradient to zero. A bias that starts at 0 stays there.
 */
export function isBiasCancelled({ normalization, activation }: Pick<LayerPlan, 'normalization' | 'activation'>): boolean {
  return normalization?.kind === 'batch' && (normalization.position === 'before' || activation.name === 'linear');
}
