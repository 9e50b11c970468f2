/** What can be said of an arm before it trains. */
import { shapeOf } from '../../datasets/index.ts';
import { examplesSeen, updatesOf } from '../configuration/budget.ts';
import { layerWidths, parameterCount } from '../configuration/output.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { multiplyAddsPerExample, workAfter } from './work.ts';

export interface ArmSize {
  /** Learned parameters. */
  parameterCount: number;
  /** What the budget comes to; early stopping may leave some of it. */
  updates: number;
  epochs: number;
  examplesSeen: number;
  /** Of training: before its first update (in pre-training), and for each example seen. */
  multiplyAdds: { before: number; perExample: number };
}

export function armSize(configuration: Configuration): ArmSize {
  const { training, network } = configuration;
  const trained = splitSizes(configuration).train;
  const updates = updatesOf(training, trained, training.batchSize);
  const seen = examplesSeen(updates, trained, training.batchSize);
  const widths = layerWidths(configuration, shapeOf(configuration.dataset));
  const multiplyAdds = { before: workAfter(configuration, 0).multiplyAdds, perExample: multiplyAddsPerExample(widths) };
  return { parameterCount: parameterCount(widths, network.normalization !== undefined), updates, epochs: seen / trained, examplesSeen: seen, multiplyAdds };
}
