/** Holdout: which examples train, and which are kept back. */
import type { Kernel } from '../kernel/kernel.ts';
import { openStream } from '../kernel/random.ts';

/** Shares of all examples, each in [0, 1); what they leave is the training split. */
export interface Shares {
  validation: number;
  test: number;
}

/** Row numbers of each split, ascending: a split keeps the order in which the examples are stored. */
export type Holdout = Record<'train' | 'validation' | 'test', Int32Array>;

/** Sizes of the splits: shares of `examples`, rounded to whole examples. */
export function holdoutSizes(examples: number, shares: Shares): Record<keyof Holdout, number> {
  const validation = Math.round(examples * shares.validation);
  const test = Math.round(examples * shares.test);
  return { train: examples - validation - test, validation, test };
}

/** Draw the splits at random, without replacement, from the stream (seed, 'split'). */
export function holdout(examples: number, shares: Shares, kernel: Kernel, seed: number): Holdout {
  const { train, validation } = holdoutSizes(examples, shares);
  const order = Int32Array.from({ length: examples }, (_, i) => i);
  const mark = kernel.mark();
  openStream(kernel, seed, 'split').shuffle(order);
  kernel.release(mark);
  return {
    train: order.slice(0, train).sort(),
    validation: order.slice(train, train + validation).sort(),
    test: order.slice(train + validation).sort(),
  };
}
