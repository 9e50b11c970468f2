type Values = readonly number[] | Float32Array;

/** Counts of values in bins of equal width. */
export interface Histogram {
  /** Lower end of the first bin and upper end of the last. */
  low: number;
  high: number;
  counts: number[];
}

/** Over the range of the values; where all are equal, all are in the first bin. Values must be finite. */
export function histogram(values: Values, bins: number): Histogram {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = high > low ? Math.floor(((value - low) / (high - low)) * bins) : 0;
    counts[Math.min(bin, bins - 1)]!++;
  }
  return { low, high, counts };
}

/** Mean and (biased) variance. */
export function moments(values: Values): { mean: number; variance: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, variance: squares / values.length };
}
