/**
 * `interaction: { of: { A: [a, b], B: [c, d] }, above: 0.1 }`: a difference of differences. Effect: what the step from c to d adds to the
 * metric with b, less what it adds with a; the two settings may change places. It is said to lie above or below a bound, or within a margin
 * around zero, which is "no interaction". A corner that diverged has no difference: its seed is on the wrong side of any bound.
 */
import * as z from 'zod';
import { bound, label, settings, text } from '../../schema/parts.ts';
import { rangeSchema } from '../../schema/range.ts';
import { summarize } from '../train/summary.ts';
import type { VerdictKind } from './kind.ts';
import { EQUIVALENCE } from './same.ts';

export const interactionSchema = settings({
  of: z
    .record(text, z.array(label).length(2, 'two labels'))
    .refine((axes) => Object.keys(axes).length === 2, { message: 'two axes, with two labels each' })
    .describe('two axes, and two labels of each: the four corners'),
  below: bound.optional(),
  above: bound.optional(),
  within: rangeSchema(EQUIVALENCE).optional().describe('smallest interaction that counts as one, in the units of the metric'),
});
export type Interaction = z.output<typeof interactionSchema>;

export const interaction: VerdictKind<Interaction> = {
  reads: 'timed',
  recorded: true,
  corners: ({ of }) => of,
  quantity: (_form, { split, metric }) => `difference of differences in ${split} ${metric}`,
  measure: (result, _form, { split, metric, at }) => summarize(result, split, metric, at),
  effect([ac, ad, bc, bd], { below }) {
    const effect = bd! - bc! - (ad! - ac!);
    return Number.isFinite(effect) ? effect : below === undefined ? -Infinity : Infinity;
  },
  side: ({ below, above = -Infinity, within }) => (within !== undefined ? { within } : below === undefined ? { above } : { below }),
  check({ below, above, within }, _arm, _experiment, report) {
    if ([below, above, within].filter((one) => one !== undefined).length !== 1)
      report([], 'an interaction without a bound, or with several', 'exactly one of below, above, within');
  },
};
