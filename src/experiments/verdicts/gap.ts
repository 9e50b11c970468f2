/**
 * `gap: { over: validation, above: 0.01 }`: the metric of the verdict's split, less that of another split of the same run at the same moment. With
 * `at: best` and `over: validation` it is by how much the validation split flatters the point that it chose itself. A run that diverged is on the wrong side of any
 * bound. Effect: the worst arm's gap.
 */
import * as z from 'zod';
import { SPLITS } from '../../engines/engine.ts';
import { bound, settings } from '../../schema/parts.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import { summarize } from '../train/summary.ts';
import { sideOf, worstArm, worstOf } from './bound.ts';
import type { VerdictKind } from './kind.ts';

export const gapSchema = settings({
  over: z.enum(SPLITS).describe('the split whose metric is subtracted'),
  below: bound.optional(),
  above: bound.optional(),
});
export type Gap = z.output<typeof gapSchema>;

export const gap: VerdictKind<Gap> = {
  reads: 'timed',
  quantity: ({ over }, { metric, split, at }) => `${split} less ${over} ${metric}${at === 'best' ? ', where the latter is best' : ''}`,
  measure(result, form, { metric, split, at }) {
    if (result.ending.state === 'diverged') return worstOf(form);
    const [own, other] = [summarize(result, split, metric, at), summarize(result, form.over, metric, at)];
    return own === undefined || other === undefined ? undefined : own - other;
  },
  effect: worstArm,
  side: sideOf,
  check({ over, below, above }, { label, configuration }, _experiment, report) {
    if ((below === undefined) === (above === undefined)) report([], 'a gap without a bound, or with two', 'exactly one of below, above');
    if (splitSizes(configuration)[over] === 0) report(['over'], over, `a split that arm "${label}" has: see split.${over}`);
  },
};
