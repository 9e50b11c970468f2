/** Which metrics an engine reports beside the loss. */
import type { NetworkPlan } from './engine.ts';

export type MetricName = 'accuracy' | 'mae';

/** Losses whose labels are classes. */
const CLASS_LOSSES = ['binaryCrossentropy', 'categoricalCrossentropy', 'kullbackLeibler', 'hinge'];

/**
 * Accuracy where the labels are classes: with a loss of classes, or with softmax outputs. Else the mean absolute
 * error. Sigmoid outputs with a loss of numbers serve both ends, and an engine is not told which: it reports both.
 *
 * Accuracy is the share of examples whose largest output is the labelled class (of equal ones the first
 * counts) or, of a single output, those on the right side of the threshold.
 */
export function metricsOf({ loss, layers }: NetworkPlan): MetricName[] {
  const output = layers.at(-1)!.activation.name;
  if (CLASS_LOSSES.includes(loss.name) || output === 'softmax') return ['accuracy'];
  return output === 'sigmoid' ? ['accuracy', 'mae'] : ['mae'];
}

/** Above it a single output means class 1. With the hinge loss outputs are scores about 0, else shares about ½. */
export function thresholdOf({ loss }: NetworkPlan): number {
  return loss.name === 'hinge' ? 0 : 0.5;
}
