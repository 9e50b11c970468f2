import { shapeOf } from '../../datasets/index.ts';
import { splitSizes } from './splitSizes.ts';
import type { Configuration } from './configuration.ts';

/** How many examples pre-training sees: all of the other task, or those to train on, with and without labels. `trained`: of the latter; differs in a fold. */
export function pretrainedExamples(configuration: Configuration, trained = splitSizes(configuration).train): number {
  const source = configuration.pretraining?.dataset;
  return source ? shapeOf(source).examples : trained + (configuration.split.unlabelled ?? 0);
}
