/** A fold of a cross-validation in the place of the validation split. */
import type { Examples } from '../../datasets/dataset.ts';
import { kFold, stratifiedKFold } from '../../datasets/folds.ts';
import { holdout, stratifiedHoldout, type Holdout } from '../../datasets/split.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** `index`: from 0 to count − 1. */
export interface FoldChoice {
  index: number;
  count: number;
}

/**
 * The examples that are not for testing, in `count` folds; fold `index` is for validation, the others are trained on. The share for
 * validation is not used. Throws unless there is an example (stratified: one of each class) for each fold.
 */
export function foldHoldout(
  { examples, y, testExamples }: Pick<Examples, 'examples' | 'y' | 'testExamples'>,
  split: Configuration['split'],
  fold: FoldChoice,
  kernel: Kernel,
  seed: number,
): Holdout {
  const { take, test, unlabelled } = split;
  const held = { validation: 0, test, ...(take && { take }), ...(unlabelled && { unlabelled }) };
  const whole = split.stratified ? stratifiedHoldout(y, held, kernel, seed, testExamples) : holdout(examples, held, kernel, seed, testExamples);
  const rows = whole.train;
  const folds = split.stratified
    ? stratifiedKFold(
        Array.from(rows, (row) => y[row]!),
        fold.count,
        kernel,
        seed,
      )
    : kFold(rows.length, fold.count, kernel, seed, take);
  const chosen = folds[fold.index]!;
  return { train: chosen.train.map((at) => rows[at]!), validation: chosen.validation.map((at) => rows[at]!), test: whole.test, unlabelled: whole.unlabelled };
}

/** Examples that are dealt out to the folds. */
export function foldedExamples(configuration: Pick<Configuration, 'dataset' | 'split'>): number {
  const { dataset, split } = configuration;
  const { train, validation } = splitSizes({ dataset, split });
  return train + validation;
}

/** Examples that a fold trains on, with their moved copies. The first folds are the larger ones. */
export function trainedInFold(configuration: Pick<Configuration, 'dataset' | 'split' | 'augmentation'>, { index, count }: FoldChoice): number {
  const all = foldedExamples(configuration);
  return (all - Math.floor(all / count) - (index < all % count ? 1 : 0)) * (1 + (configuration.augmentation?.copies ?? 0));
}
