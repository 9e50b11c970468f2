/** Which metric an engine reports beside the loss. */
import type { NetworkPlan } from './engine.ts';

export type MetricName = 'accuracy' | 'mae';

/**
 * Accuracy where the outputs are probabilities of classes (a softmax output, or a cross-entropy),
 * else the mean absolute error. Accuracy is the share of examples whose largest output is the labelled
 * class (softmax; of equal ones the first counts), or of outputs on the right side of 0.5 (sigmoid).
 */
export function metricOf({ layers, loss }: NetworkPlan): MetricName {
  const output = layers.at(-1)!.activation.name;
  return output === 'softmax' || loss.name === 'binaryCrossentropy' ? 'accuracy' : 'mae';
}
