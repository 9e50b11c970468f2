/**
 * `same: { arms: [a, b], margin }`: the metric of two arms differs by less than the margin. Over seeds it is two
 * one-sided tests (Schuirmann 1987): the interval of the median difference, second less first, must lie within ±margin; each of the two
 * errs in at most 1 %. Runs that diverged are not the same as anything.
 */
import * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { label, settings } from '../../schema/parts.ts';
import { summarize } from '../train/summary.ts';
import type { VerdictKind } from './kind.ts';

export const EQUIVALENCE = { min: 0, max: 1e9, exclusiveMin: true };

export const sameSchema = settings({
  arms: z.array(label).length(2, 'two labels').describe('two labels of one axis'),
  margin: rangeSchema(EQUIVALENCE).describe('smallest difference that counts as one, in the units of the metric'),
});
export type Same = z.output<typeof sameSchema>;

export const same: VerdictKind<Same> = {
  reads: 'timed',
  recorded: true,
  labels: ({ arms }) => arms,
  quantity: ({ margin }, { split, metric }) => `difference in ${split} ${metric}, with a margin of ${margin}`,
  measure: (result, _form, { split, metric, at }) => summarize(result, split, metric, at),
  effect([first, second]) {
    const effect = second! - first!;
    return Number.isNaN(effect) ? Infinity : effect;
  },
  side: ({ margin }) => ({ within: margin }),
};
