/** Percentile bootstrap of a median (Efron & Tibshirani 1993, section 13.3). */
import { quantileSorted } from 'simple-statistics';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';

export const RESAMPLES = 2000;

export interface Interval {
  median: number;
  low: number;
  high: number;
}

/** Median of `values`, which are finite, with a 95 % interval. The stream is always the same one: the same values give the same interval. */
export function bootstrapMedian(values: readonly number[], kernel: Kernel): Interval {
  if (values.length === 0) return { median: NaN, low: NaN, high: NaN };
  const mark = kernel.mark();
  const stream = openStream(kernel, 0, 'bootstrap');
  const medians = Array.from({ length: RESAMPLES }, () => medianOf(values.map(() => values[stream.integer(values.length)]!)));
  kernel.release(mark);
  medians.sort((a, b) => a - b);
  return { median: medianOf(values), low: quantileSorted(medians, 0.025), high: quantileSorted(medians, 0.975) };
}

/** For figures, which do not know the kernel. */
export function medianInterval(kernel: Kernel): (values: number[]) => [low: number, high: number] {
  return (values) => {
    const { low, high } = bootstrapMedian(values, kernel);
    return [low, high];
  };
}

function medianOf(values: readonly number[]): number {
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
