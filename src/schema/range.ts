/** Numbers with an allowed range: in words, and as a schema. */
import * as z from 'zod';

export interface Range {
  min: number;
  max: number;
  exclusiveMin?: boolean;
  exclusiveMax?: boolean;
  integer?: boolean;
}

/** As in `a number from 0 to below 1`. */
export function describeRange({ min, max, exclusiveMin, exclusiveMax, integer }: Range): string {
  const from = exclusiveMin ? `above ${min}` : `from ${min}`;
  const to = exclusiveMax ? `to below ${max}` : `to ${max}`;
  return `${integer ? 'a whole number' : 'a number'} ${from} ${to}`;
}

export function rangeSchema(range: Range): z.ZodNumber {
  const options = { error: () => describeRange(range) };
  const base = range.integer ? z.int(options) : z.number(options);
  const above = range.exclusiveMin ? base.gt(range.min, options) : base.min(range.min, options);
  return range.exclusiveMax ? above.lt(range.max, options) : above.max(range.max, options);
}
