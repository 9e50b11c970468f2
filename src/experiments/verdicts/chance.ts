/**
 * `stuck` and `learns`: how the training loss stands to chance, the lowest loss of a network that always says the same.
 * `margin` is a share of that: stuck is a loss of at least (1 − margin) of chance, learned is one below it. A run that diverged
 * is neither. Effect: the worst arm's loss, as a share of chance.
 */
import type * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { switchable } from '../../schema/parts.ts';
import { summarize } from '../train/summary.ts';
import type { RunResult } from '../train/result.ts';
import type { Asked, VerdictKind } from './kind.ts';

const MARGIN = { min: 0, max: 1, exclusiveMax: true };

export const marginSchema = switchable({
  margin: rangeSchema(MARGIN).default(0.05).describe('share of the loss of chance that does not count as improvement'),
});
export type Margin = NonNullable<z.output<typeof marginSchema>>;

const QUANTITY = 'training loss, as a share of the loss of chance';

export const stuck: VerdictKind<Margin> = {
  reads: 'timed',
  quantity: () => QUANTITY,
  measure: (result, _form, verdict) => (result.ending.state === 'diverged' ? -Infinity : shareOfChance(result, verdict)),
  // Exactly at chance is stuck, also without a margin.
  effect: (values) => Math.min(...values),
  side: ({ margin }) => ({ above: 1 - margin, inclusive: true }),
};

export const learns: VerdictKind<Margin> = {
  reads: 'timed',
  quantity: () => QUANTITY,
  measure: (result, _form, verdict) => (result.ending.state === 'diverged' ? Infinity : shareOfChance(result, verdict)),
  effect: (values) => Math.max(...values),
  side: ({ margin }) => ({ below: 1 - margin }),
};

/** Where chance is without loss, there is nothing to improve: any loss is stuck. */
function shareOfChance(result: RunResult, { at }: Asked): number | undefined {
  const loss = summarize(result, 'train', 'loss', at);
  if (loss === undefined || result.chance === undefined) return undefined;
  return result.chance > 0 ? loss / result.chance : Math.max(1, loss);
}
