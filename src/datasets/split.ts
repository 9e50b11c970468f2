/** Holdout: which examples train, and which are kept back. */
import type { Kernel } from '../kernel/kernel.ts';
import { openStream } from '../kernel/random.ts';
import { stratify } from './stratify.ts';

/** Shares of the examples, each in [0, 1); what they leave is the training split. */
export interface Shares {
  validation: number;
  test: number;
}

/** Row numbers of each split, ascending: a split keeps the order in which the examples are stored. */
export type Holdout = Record<'train' | 'validation' | 'test', Int32Array>;

/**
 * Sizes of the splits: shares of `examples`, rounded to whole examples. `testExamples`: how many of them, the
 * last ones, are the data set's own test set (defaults to 0); they are for testing in any case, and the shares
 * are those of the others.
 */
export function holdoutSizes(examples: number, shares: Shares, testExamples = 0): Record<keyof Holdout, number> {
  const others = examples - testExamples;
  const validation = Math.round(others * shares.validation);
  const test = Math.round(others * shares.test);
  return { train: others - validation - test, validation, test: test + testExamples };
}

/** Draw the splits at random, without replacement, from the stream (seed, 'split'). */
export function holdout(examples: number, shares: Shares, kernel: Kernel, seed: number, testExamples = 0): Holdout {
  return cut(randomOrder(examples - testExamples, kernel, seed), examples, holdoutSizes(examples, shares, testExamples));
}

/**
 * The same, with the classes of each split nearly in proportion (see stratify). `classes`: the class of each
 * example; those of the data set's own test set come last.
 */
export function stratifiedHoldout(classes: ArrayLike<number>, shares: Shares, kernel: Kernel, seed: number, testExamples = 0): Holdout {
  const order = stratify(randomOrder(classes.length - testExamples, kernel, seed), classes);
  return cut(order, classes.length, holdoutSizes(classes.length, shares, testExamples));
}

/** 0 … count − 1 in random order, from the stream (seed, 'split'). */
export function randomOrder(count: number, kernel: Kernel, seed: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const mark = kernel.mark();
  openStream(kernel, seed, 'split').shuffle(order);
  kernel.release(mark);
  return order;
}

/** Training rows first, then validation, then test; rows that the order leaves out are the data set's own test set. */
function cut(order: Int32Array, examples: number, { train, validation }: Record<keyof Holdout, number>): Holdout {
  const drawn = order.length - train - validation;
  const test = new Int32Array(drawn + examples - order.length);
  test.set(order.subarray(train + validation));
  for (let row = order.length; row < examples; row++) test[drawn + row - order.length] = row;
  return { train: order.slice(0, train).sort(), validation: order.slice(train, train + validation).sort(), test: test.sort() };
}
