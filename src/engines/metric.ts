/** Which metric an engine reports beside the loss. */
import type { NetworkPlan } from './engine.ts';

export type MetricName = 'accuracy' | 'mae';

/**
 * With a cross-entropy, accuracy: the share of examples whose largest output is the labelled class (of equal ones
 * the first counts), or, of a single output, those on the right side of 0.5. Else the mean absolute error.
 */
export function metricOf({ loss }: NetworkPlan): MetricName {
  return loss.name === 'binaryCrossentropy' || loss.name === 'categoricalCrossentropy' ? 'accuracy' : 'mae';
}
