/** Holdout: which examples train, and which are kept back: drawn at random, or the last ones as they are stored. */
import type { Kernel } from '../kernel/kernel.ts';
import { openStream } from '../kernel/random.ts';
import { stratify } from './stratify.ts';

export const TAKES = ['random', 'last'] as const;
export type Take = (typeof TAKES)[number];

/** What is kept back; what it leaves is the training split. */
export interface Held {
  /** A share of the examples in [0, 1), or a whole number of them from 2 on. */
  validation: number;
  test: number;
  /** Which examples: defaults to `random`. `last`: those that are stored last, for testing behind those for validation. */
  take?: Take;
  /** How many of the examples that are left have no labels: they are in no split, but can be looked at before training. Defaults to none. */
  unlabelled?: number;
}

/** Row numbers of each split, ascending: a split keeps the order in which the examples are stored. */
export type Holdout = Record<'train' | 'validation' | 'test' | 'unlabelled', Int32Array>;

type Sizes = Record<Exclude<keyof Holdout, 'unlabelled'>, number>;

/**
 * Sizes of the splits: shares of `examples`, rounded to whole examples. `testExamples`: how many of them, the
 * last ones, are the data set's own test set (defaults to 0); they are for testing in any case, and the shares
 * are those of the others. `train` is below 1 where more is to be kept back than there is.
 */
export function holdoutSizes(examples: number, held: Held, testExamples = 0): Sizes {
  const others = examples - testExamples;
  const [validation, test] = [held.validation, held.test].map((size) => (size < 1 ? Math.round(others * size) : size)) as [number, number];
  const unlabelled = held.unlabelled ?? 0;
  return { train: others - validation - test - unlabelled, validation, test: test + testExamples };
}

/** The splits; what is random is drawn without replacement from the stream (seed, 'split'). */
export function holdout(examples: number, held: Held, kernel: Kernel, seed: number, testExamples = 0): Holdout {
  return cut(orderOf(examples - testExamples, held.take, kernel, seed), examples, holdoutSizes(examples, held, testExamples), held.unlabelled);
}

/**
 * At random, with the classes of each split nearly in proportion (see stratify). `classes`: the class of each
 * example; those of the data set's own test set come last.
 */
export function stratifiedHoldout(classes: ArrayLike<number>, held: Omit<Held, 'take'>, kernel: Kernel, seed: number, testExamples = 0): Holdout {
  const order = stratify(randomOrder(classes.length - testExamples, kernel, seed), classes);
  return cut(order, classes.length, holdoutSizes(classes.length, held, testExamples), held.unlabelled);
}

/** 0 … count − 1, in the order in which examples are dealt out: `random`, or as they are stored. */
export function orderOf(count: number, take: Take | undefined, kernel: Kernel, seed: number): Int32Array {
  return take === 'last' ? storedOrder(count) : randomOrder(count, kernel, seed);
}

/** 0 … count − 1 in random order, from the stream (seed, 'split'). */
export function randomOrder(count: number, kernel: Kernel, seed: number): Int32Array {
  const order = storedOrder(count);
  const mark = kernel.mark();
  openStream(kernel, seed, 'split').shuffle(order);
  kernel.release(mark);
  return order;
}

function storedOrder(count: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  return order;
}

/**
 * Training rows first, then those without labels, validation and test, so that how many have labels changes neither of these; rows that
 * the order leaves out are the data set's own test set.
 */
function cut(order: Int32Array, examples: number, { train, validation }: Sizes, unlabelled = 0): Holdout {
  const [learned, kept] = [train + unlabelled, train + unlabelled + validation];
  const drawn = order.length - kept;
  const test = new Int32Array(drawn + examples - order.length);
  test.set(order.subarray(kept));
  for (let row = order.length; row < examples; row++) test[drawn + row - order.length] = row;
  const part = (from: number, to: number) => order.slice(from, to).sort();
  return { train: part(0, train), unlabelled: part(train, learned), validation: part(learned, kept), test: test.sort() };
}
