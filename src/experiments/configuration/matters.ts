/**
 * The smallest difference that matters. Without one, two networks that both learned nothing would have a winner, by a millionth.
 * A spec gives it in the units of the metric, as a share of the loss of chance (the lowest loss of a network that always says the same),
 * as a share of the larger value, or as the smaller of these two: near chance the first is, near the end of training the second.
 */
import { median } from 'simple-statistics';
import * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { settings } from '../../schema/parts.ts';

const MATTERS = { min: 0, max: 1e9 };
const MATTERS_SHARE = { min: 0, max: 1, exclusiveMin: true, exclusiveMax: true };

const shareSchema = rangeSchema(MATTERS_SHARE);

export const mattersSchema = z.union([
  rangeSchema(MATTERS).describe('in the units of the metric'),
  settings({
    ofChance: shareSchema.optional().describe('as a share of the training loss of the best constant prediction'),
    share: shareSchema.optional().describe('as a share of the larger value, by the median over seeds'),
  }).refine(({ ofChance, share }) => (ofChance ?? share) !== undefined, 'a number, or at least one of ofChance, share'),
]);
export type Matters = z.output<typeof mattersSchema>;

/**
 * As a number in the units of the effect. `chances`: the loss of chance of each run, as far as it is known. `values`: what is compared,
 * the values of a seed side by side.
 * Where no loss of chance is known, the share alone counts.
 */
export function resolveMatters(matters: Matters, chances: readonly number[], values: readonly (readonly number[])[]): number {
  if (typeof matters === 'number') return matters;
  const { ofChance, share } = matters;
  const candidates = [
    ...(ofChance === undefined || chances.length === 0 ? [] : [ofChance * medianOf(chances)]),
    ...(share === undefined ? [] : [share * medianOf(values.map((own) => Math.max(...own.map(Math.abs))))]),
  ];
  return candidates.length > 0 ? Math.min(...candidates) : 0;
}

/** Of the finite ones; 0 if there are none. */
function medianOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  return finite.length > 0 ? median(finite) : 0;
}
