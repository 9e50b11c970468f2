/** k-fold cross-validation: every example is held out once. */
import type { Kernel } from '../kernel/kernel.ts';
import { orderOf, randomOrder, type Take } from './split.ts';
import { stratify } from './stratify.ts';

/** Row numbers, ascending. */
export interface Fold {
  train: Int32Array;
  validation: Int32Array;
}

/**
 * `count` folds of 0 … examples − 1, drawn from the stream (seed, 'split'), or, with `take` being `last`, one stretch after
 * another. Their sizes differ by one at most; the first are the larger ones, as in scikit-learn. Throws unless 2 ≤ count ≤ examples.
 */
export function kFold(examples: number, count: number, kernel: Kernel, seed: number, take?: Take): Fold[] {
  requireCount(count, examples, 'the number of examples');
  return folds(orderOf(examples, take, kernel, seed), count);
}

/**
 * The same, with the classes of each fold nearly in proportion (see stratify). `classes`: the class of each
 * example. Throws unless each class has a member for each fold.
 */
export function stratifiedKFold(classes: ArrayLike<number>, count: number, kernel: Kernel, seed: number): Fold[] {
  const sizes = new Map<number, number>();
  for (const own of Array.from(classes)) sizes.set(own, (sizes.get(own) ?? 0) + 1);
  const [smallest, size] = [...sizes].reduce((least, candidate) => (candidate[1] < least[1] ? candidate : least), [NaN, Infinity]);
  requireCount(count, Math.min(size, classes.length), `the size of the smallest class, ${smallest}`);
  return folds(stratify(randomOrder(classes.length, kernel, seed), classes), count);
}

function folds(order: Int32Array, count: number): Fold[] {
  const [size, larger] = [Math.floor(order.length / count), order.length % count];
  return Array.from({ length: count }, (_, fold) => {
    const start = fold * size + Math.min(fold, larger);
    const end = start + size + (fold < larger ? 1 : 0);
    const train = Int32Array.from([...order.slice(0, start), ...order.slice(end)]);
    return { train: train.sort(), validation: order.slice(start, end).sort() };
  });
}

function requireCount(count: number, max: number, what: string): void {
  if (Number.isInteger(count) && count >= 2 && count <= max) return;
  throw new Error(`Found ${count} folds; allowed: an integer from 2 to ${max} (${what}).`);
}
