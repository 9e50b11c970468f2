import { shapeOf } from '../../datasets/index.ts';
import { holdoutSizes } from '../../datasets/split.ts';
import type { Split } from '../../engines/engine.ts';
import type { Configuration } from './configuration.ts';

/** How many examples each split has; those of the data set's own test set are all for testing, and moved copies are all in the training split. */
export function splitSizes({ dataset, split, augmentation }: Pick<Configuration, 'dataset' | 'split' | 'augmentation'>): Record<Split, number> {
  const { examples, testExamples } = shapeOf(dataset);
  const sizes = holdoutSizes(examples, split, testExamples);
  return augmentation ? { ...sizes, train: sizes.train * (1 + augmentation.copies) } : sizes;
}
