import type { NumberHyperparameter } from '../entry.ts';

/** Share of each label that is spread over all classes; engines smooth labels where they place them (engines/smoothing.ts). */
export const labelSmoothing: NumberHyperparameter = {
  kind: 'number',
  symbol: 's',
  description: 'label smoothing: the share of each label that is spread evenly over the classes',
  default: 0,
  min: 0,
  max: 1,
  exclusiveMax: true,
};
