/** What can be said of an arm before it trains: sizes and counts, for the table and the progress bar. */
import { shapeOf } from '../datasets/index.ts';
import { holdoutSizes } from '../datasets/split.ts';
import { examplesSeen, updatesOf } from '../experiments/budget.ts';
import { layerWidths, parameterCount } from '../experiments/output.ts';
import type { Configuration } from '../experiments/types.ts';
import type { ArmFacts } from '../figures/adapter.ts';

export function armFacts(configuration: Configuration): ArmFacts {
  const { dataset, split, training } = configuration;
  const shape = shapeOf(dataset);
  const trained = holdoutSizes(shape.examples, split).train;
  const updates = updatesOf(training, trained, training.batchSize);
  const seen = examplesSeen(updates, trained, training.batchSize);
  return { parameterCount: parameterCount(layerWidths(configuration, shape)), updates, epochs: seen / trained, examplesSeen: seen };
}
