/** `below: number` and `above: number`: the metric of every arm concerned stays on one side. Effect: the worst arm's. */
import { summarize } from '../train/summary.ts';
import { sideOf, worstArm, type Bound } from './bound.ts';
import type { VerdictKind } from './kind.ts';

export const below = threshold((number) => ({ below: number }));
export const above = threshold((number) => ({ above: number }));

function threshold(boundOf: (form: number) => Bound): VerdictKind<number> {
  return {
    reads: 'timed',
    recorded: true,
    measure: (result, _form, { split, metric, at }) => summarize(result, split, metric, at),
    effect: (values, form) => worstArm(values, boundOf(form)),
    side: (form) => sideOf(boundOf(form)),
  };
}
