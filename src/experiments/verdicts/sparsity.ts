/**
 * `sparsity: { threshold, above: share }`: of all weights at the end (biases do not count), the share with |w| < threshold.
 * A run that diverged does not hold. Effect: the worst arm's share.
 */
import type * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { settings } from '../../schema/parts.ts';
import { sideOf, worstArm, worstOf } from './bound.ts';
import type { VerdictKind } from './kind.ts';

const SHARE = { min: 0, max: 1 };
const THRESHOLD = { min: 0, max: 1e9, exclusiveMin: true };

export const sparsitySchema = settings({
  threshold: rangeSchema(THRESHOLD).describe('size below which a weight counts as small'),
  below: rangeSchema(SHARE).optional(),
  above: rangeSchema(SHARE).optional(),
});
export type Sparsity = z.output<typeof sparsitySchema>;

export const sparsity: VerdictKind<Sparsity> = {
  reads: 'nothing',
  quantity: (form) => `share of weights smaller than ${form.threshold}`,
  measure: ({ ending, small }, form) => (ending.state === 'diverged' ? worstOf(form) : small?.find(({ threshold }) => threshold === form.threshold)?.share),
  effect: worstArm,
  side: sideOf,
  check({ below, above }, _arm, _experiment, report) {
    if ((below === undefined) === (above === undefined)) report([], 'a share without a bound, or with two', 'exactly one of below, above');
  },
};
