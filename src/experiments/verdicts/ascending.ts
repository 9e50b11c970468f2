/** `ascending: [a, b, c]`: the metric rises strictly along the named arms. Effect: last less first. */
import { summarize } from '../train/summary.ts';
import type { VerdictKind } from './kind.ts';

export const ascending: VerdictKind<string[]> = {
  reads: 'timed',
  labels: (form) => form,
  measure: (result, _form, { split, metric, at }) => summarize(result, split, metric, at),
  weigh: (values) => ({ holds: isRising(values), effect: difference(values.at(-1)!, values[0]!) }),
  bears: ({ low }) => low > 0,
};

export function isRising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]!);
}

/** Two infinite values do not differ: both runs diverged, or neither got there. */
export function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
