/** How the values of one layer are spread. */
import { histogram, moments, type Histogram } from './histogram.ts';

export interface LayerValues {
  mean: number;
  variance: number;
  /** Share of values that are exactly 0. */
  zero: number;
  histogram: Histogram;
}

export function layerValues(values: Float32Array, bins: number): LayerValues {
  return { ...moments(values), zero: values.filter((value) => value === 0).length / values.length, histogram: histogram(values, bins) };
}
