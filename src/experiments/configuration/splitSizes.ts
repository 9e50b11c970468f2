import { shapeOf } from '../../datasets/index.ts';
import { holdoutSizes } from '../../datasets/split.ts';
import type { Split } from '../../engines/engine.ts';
import type { Configuration } from './configuration.ts';

/** How many examples each split has; those of the data set's own test set are all for testing. */
export function splitSizes({ dataset, split }: Pick<Configuration, 'dataset' | 'split'>): Record<Split, number> {
  const { examples, testExamples } = shapeOf(dataset);
  return holdoutSizes(examples, split, testExamples);
}
