/**
 * `same: { arms: [a, b], margin }`: the metric of two arms does not differ by more than the margin. Over seeds it is two
 * one-sided tests (Schuirmann 1987): the interval of the median difference, second less first, must lie within ±margin; with the 95 % interval that
 * is shown, each of the two is at 2.5 %. Runs that diverged are not the same as anything.
 */
import * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { label, settings } from '../../schema/parts.ts';
import { summarize } from '../train/summary.ts';
import type { VerdictKind } from './kind.ts';

export const EQUIVALENCE = { min: 0, max: 1e9, exclusiveMin: true };

export const sameSchema = settings({
  arms: z.array(label).length(2, 'two labels').describe('two labels of one axis'),
  margin: rangeSchema(EQUIVALENCE).describe('largest difference that is none, in the units of the metric'),
});
export type Same = z.output<typeof sameSchema>;

export const same: VerdictKind<Same> = {
  reads: 'timed',
  labels: ({ arms }) => arms,
  quantity: ({ margin }, { split, metric }) => `difference in ${split} ${metric}, with a margin of ${margin}`,
  measure: (result, _form, { split, metric, at }) => summarize(result, split, metric, at),
  weigh([first, second], { margin }) {
    const effect = second! - first!;
    return { holds: Math.abs(effect) <= margin, effect: Number.isNaN(effect) ? Infinity : effect };
  },
  bears: ({ low, high }, { margin }) => low >= -margin && high <= margin,
};
