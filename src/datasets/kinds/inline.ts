/**
 * Data given in the spec itself, so that anyone can check the engine against another framework.
 * The numbers are taken as they are and in the order in which they stand.
 */
import type { DataShape, DatasetChoice, Examples, InlineChoice } from '../dataset.ts';

export function isInline(choice: DatasetChoice): choice is InlineChoice {
  return choice.name === 'inline';
}

export function inlineShape({ task, x, y }: InlineChoice): DataShape {
  const shape = { task, examples: x.length, features: x[0]?.length ?? 0 };
  if (task === 'classification') return { ...shape, classes: classesOf(y), labels: 1 };
  const first = y[0];
  return { ...shape, classes: 0, labels: Array.isArray(first) ? first.length : 1 };
}

export function inlineExamples(choice: InlineChoice): Examples {
  return { ...inlineShape(choice), x: Float64Array.from(choice.x.flat()), y: Float64Array.from(choice.y.flat()) };
}

/** One more than the greatest class number. Kept, because shapes are asked for often and labels may be many. */
function classesOf(y: InlineChoice['y']): number {
  const classes = CLASSES.get(y) ?? 1 + y.flat().reduce((a, b) => Math.max(a, b), -1);
  CLASSES.set(y, classes);
  return classes;
}

const CLASSES = new WeakMap<InlineChoice['y'], number>();
