import { EMPTY_HISTORY } from '../../../experiments/train/history.ts';
import type { History } from '../../../experiments/train/result.ts';

/** One history from its pieces, in their order; they have the same columns. */
export function joinHistories(pieces: readonly History[]): History {
  const [first, ...others] = pieces.filter(({ step }) => step.length > 0);
  if (!first || others.length === 0) return first ?? EMPTY_HISTORY;
  const all = [first, ...others];
  return {
    step: concatenate(all.map(({ step }) => step)),
    epoch: concatenate(all.map(({ epoch }) => epoch)),
    columns: first.columns.map(({ split, metric }, column) => ({
      split,
      metric,
      values: concatenate(all.map(({ columns }) => columns[column]?.values ?? new Float64Array())),
    })),
  };
}

function concatenate(arrays: Float64Array[]): Float64Array {
  const whole = new Float64Array(arrays.reduce((length, array) => length + array.length, 0));
  let offset = 0;
  for (const array of arrays) {
    whole.set(array, offset);
    offset += array.length;
  }
  return whole;
}
