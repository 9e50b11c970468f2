/** What is searched of one setting, as a reader writes it: `0.0001..10` for a range, `relu, tanh` for a list. */
import { chooseValues } from '../../experiments/change/changeCompared.ts';
import { isPath, parseAxes } from '../../experiments/spec/comparison.ts';
import { formatFound, type Problem } from '../../schema/problem.ts';
import type { Axis } from '../../experiments/configuration/arm.ts';
import type { Dimension, ListDimension } from './space.ts';

export function textOfDimension(dimension: Dimension): string {
  if (dimension.kind === 'range') return `${dimension.min}..${dimension.max}`;
  return axisOf(dimension)
    .values.map(({ label }) => label)
    .join(', ');
}

/**
 * The published dimension with other ends or values. Scale and whole numbers stay as they are; a list of settings takes values beyond
 * the published ones, one of labels does not. Whether the values are allowed is for the schema to say.
 */
export function readDimension(published: Dimension, text: string): Dimension | Pick<Problem, 'found' | 'allowed'> {
  if (published.kind === 'range') {
    const [min, max] = /^\s*([^.\s]\S*?|\.\d\S*?)\s*\.\.\s*(\S+)\s*$/.exec(text)?.slice(1).map(Number) ?? [];
    if (min === undefined || max === undefined || !Number.isFinite(min) || !Number.isFinite(max))
      return { found: formatFound(text), allowed: `two numbers, as in ${textOfDimension(published)}` };
    return { ...published, min, max };
  }
  // Commas in parentheses are part of a value: `sgd (momentum 0.9, nesterov true)`.
  const texts = text.match(/(?:\([^)]*\)|[^,])+/g)?.map((part) => part.trim()) ?? [];
  const chosen = chooseValues(axisOf(published), texts.filter(Boolean));
  if (!('axis' in chosen)) return chosen;
  const { values } = chosen.axis;
  if (published.sets) return { ...published, values: values.map(({ label }) => label), sets: values.map(({ set }) => set) };
  return { ...published, values: values.map(({ set }) => set[published.path]!) };
}

/** A list is chosen from like the values of a comparison. */
function axisOf({ path, values, sets }: ListDimension): Axis {
  if (isPath(path)) return parseAxes({ [path]: values }, [])[0]!;
  return { name: path, values: values.map((label, index) => ({ label: typeof label === 'string' ? label : JSON.stringify(label), set: sets?.[index] ?? {} })) };
}
