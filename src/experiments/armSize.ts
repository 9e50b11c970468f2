/** What can be said of an arm before it trains. */
import { shapeOf } from '../datasets/index.ts';
import { examplesSeen, updatesOf } from './budget.ts';
import { layerWidths, parameterCount } from './output.ts';
import { splitSizes } from './splitSizes.ts';
import type { Configuration } from './types.ts';

export interface ArmSize {
  /** Learned parameters. */
  parameterCount: number;
  /** What the budget comes to; early stopping may leave some of it. */
  updates: number;
  epochs: number;
  examplesSeen: number;
}

export function armSize(configuration: Configuration): ArmSize {
  const { training, network } = configuration;
  const trained = splitSizes(configuration).train;
  const updates = updatesOf(training, trained, training.batchSize);
  const seen = examplesSeen(updates, trained, training.batchSize);
  const widths = layerWidths(configuration, shapeOf(configuration.dataset));
  return { parameterCount: parameterCount(widths, network.normalization !== undefined), updates, epochs: seen / trained, examplesSeen: seen };
}
