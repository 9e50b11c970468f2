import type { KernelEntry } from '../entry.ts';

export interface ActivationEntry extends KernelEntry {
  /** Set where the derivative is zero almost everywhere, so that a network can be evaluated with it but not trained. */
  forwardOnly?: true;
}
