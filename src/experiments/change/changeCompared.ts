/**
 * A reader's choice of the values that an experiment compares: some of the published ones, by their labels, and, on an axis that is
 * a setting, others. As a change it is `compare.<axis>` with a list of texts.
 */
import { isPath, parseAxes } from '../spec/comparison.ts';
import { MOST_RUNS } from '../configuration/limits.ts';
import { formatFound, type Problem } from '../../schema/problem.ts';
import type { Axis } from '../configuration/arm.ts';
import type { Json } from '../../schema/json.ts';
import { numberOrText, valueOfText } from '../../schema/numberText.ts';

/** One setting, by its path in the configuration, and what it is to be. */
export interface Change {
  path: string;
  value: Json;
}

const PREFIX = 'compare.';

export function isCompared(path: string): boolean {
  return path.startsWith(PREFIX);
}

/** The path of a change to this axis. */
export function comparedPath(axis: Pick<Axis, 'name'>): string {
  return `${PREFIX}${axis.name}`;
}

/** Whether the axis takes values beyond the published ones. */
export function isOpen({ name }: Pick<Axis, 'name'>): boolean {
  return isPath(name);
}

/** Apply those of `changes` that are about what is compared. */
export function changeCompared(axes: readonly Axis[], changes: readonly Change[]): { axes: Axis[] } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const changed = axes.map((axis) => {
    const path = comparedPath(axis);
    const change = changes.findLast((candidate) => candidate.path === path);
    if (!change) return axis;
    const outcome = chooseValues(axis, change.value);
    if ('axis' in outcome) return outcome.axis;
    problems.push({ path, ...outcome });
    return axis;
  });
  for (const { path, value } of changes) {
    if (!isCompared(path) || axes.some((axis) => comparedPath(axis) === path)) continue;
    const allowed = axes.map((axis) => comparedPath(axis)).join(', ') || 'nothing: this experiment compares nothing';
    problems.push({ path, found: formatFound(value), allowed });
  }
  const arms = changed.reduce((product, { values }) => product * values.length, 1);
  if (arms > MOST_RUNS) {
    const counts = changed.map(({ values }) => values.length).join(' × ');
    problems.push({ path: 'compare', found: `${counts} = ${arms} networks`, allowed: `at most ${MOST_RUNS} runs: all combinations of values, times seeds` });
  }
  return problems.length > 0 ? { problems } : { axes: changed };
}

type Choice = { axis: Axis } | Pick<Problem, 'found' | 'allowed'>;

/** The axis with these of its values; on one that is a setting, with others, too. */
export function chooseValues(axis: Axis, wanted: Json): Choice {
  const texts = (Array.isArray(wanted) ? wanted : [wanted]).map((text) => (typeof text === 'string' ? text : JSON.stringify(text)));
  if (texts.length === 0) return { found: 'no value', allowed: 'at least one' };
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) return { found: `${formatFound(twice)} twice`, allowed: 'each value once' };
  const published = new Map(axis.values.map((value) => [value.label, value]));
  const unknown = texts.filter((text) => !published.has(text));
  if (unknown.length > 0 && !isOpen(axis)) return { found: formatFound(unknown[0]), allowed: [...published.keys()].join(', ') };
  const raw = unknown.map((text) => readValue(axis.name, text));
  const [added] = parseAxes({ [axis.name]: raw }, []);
  return { axis: { ...axis, values: texts.map((text) => published.get(text) ?? added!.values[unknown.indexOf(text)]!) } };
}

/** What a label stands for: `16-16` for hidden layers, else a number, yes or no, or a name. Whether it is allowed is the schema's affair. */
function readValue(path: string, text: string): Json {
  if (path === 'network.hidden') return text === 'none' ? [] : text.split('-').map(numberOrText);
  return valueOfText(text);
}
