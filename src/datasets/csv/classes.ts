/** Whether numbers may be the numbers of classes. */
import type { Column } from './column.ts';

/** More different numbers are a quantity, not classes. */
const MOST_CLASSES = 20;

/** Whole numbers, few of them, each more than once on average: 0 and 1, or 1 to 5 stars. */
export function looksLikeClasses(column: Column): boolean {
  if (column.kind === 'categorical') return true;
  const different = new Set(column.values);
  return different.size <= Math.min(MOST_CLASSES, column.values.length / 2) && column.values.every(Number.isInteger);
}
