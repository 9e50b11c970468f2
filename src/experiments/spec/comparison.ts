/** The axes of a comparison, from `compare` in a file and back. */
import { parseNamedValue } from './experimentSchema.ts';
import { formatFound, formatPath, type Path } from '../../schema/problem.ts';
import type { Axis } from '../configuration/arm.ts';
import type { Json } from '../../schema/json.ts';
import { zodProblems, type Located } from '../../schema/zodProblems.ts';

/** A path of the configuration has plain values; any other name has values that say what they set. */
export function isPath(name: string): boolean {
  return /^(dataset|split|augmentation|scaling|network|training|pretraining)(\.|$)/.test(name);
}

/** `where`: the place of `compare` in the file, for problems. */
export function parseAxes(compare: Record<string, Json[]>, problems: Located[], where: Path = ['compare']): Axis[] {
  const setBy = new Map<string, string>();
  return Object.entries(compare).map(([name, raw]) => {
    const values = isPath(name) ? plainValues(name, raw) : namedValues(name, raw, problems, where);
    for (const path of new Set(values.flatMap(({ set }) => Object.keys(set)))) {
      const other = setBy.get(path);
      const at = [...where, name];
      if (other !== undefined)
        problems.push({ at, path: formatPath(at), found: `a second axis that sets ${path}`, allowed: `a path that ${formatFound(other)} does not set` });
      setBy.set(path, name);
    }
    values.forEach(({ label }, index) => {
      if (values.findIndex((other) => other.label === label) === index) return;
      const at = [...where, name, index];
      problems.push({ at, path: formatPath(at), found: `a second value labelled ${formatFound(label)}`, allowed: 'labels that differ' });
    });
    return { name, values };
  });
}

/** The value of `compare` that parses to these axes. */
export function writeAxes(axes: readonly Axis[]): Record<string, Json[]> {
  return Object.fromEntries(
    axes.map(({ name, values }) => [name, isPath(name) ? values.map(({ set }) => set[name]!) : values.map(({ label, set }) => ({ label, set }))]),
  );
}

function plainValues(path: string, raw: Json[]): Axis['values'] {
  const names = raw.map(nameOf);
  const distinct = new Set(names).size === names.length;
  return raw.map((value, index) => ({ label: distinct ? names[index]! : fullLabel(value), set: { [path]: value } }));
}

function namedValues(axis: string, raw: Json[], problems: Located[], where: Path): Axis['values'] {
  return raw.flatMap((value, index) => {
    const parsed = parseNamedValue(value);
    if (parsed.success) return [parsed.data];
    const at = [...where, axis, index];
    if (value !== null && typeof value === 'object') problems.push(...zodProblems(parsed.error.issues, value, at));
    else
      problems.push({
        at,
        path: formatPath(at),
        found: formatFound(value),
        allowed: '{ label, set }, or name the axis by the path of a setting, for example training.batchSize',
      });
    return [];
  });
}

/** `adam` for a choice, `16-16` for hidden layers (`none` for no layers), else the value as it stands. */
function nameOf(value: Json): string {
  if (Array.isArray(value)) return value.map(nameOf).join('-') || 'none';
  if (value !== null && typeof value === 'object') return typeof value['name'] === 'string' ? value['name'] : JSON.stringify(value);
  return String(value);
}

/** `sgd (momentum 0.9)`: for choices of one name. */
function fullLabel(value: Json): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return nameOf(value);
  const { name, ...rest } = value;
  const details = Object.entries(rest).map(([key, detail]) => `${key} ${nameOf(detail)}`);
  return details.length > 0 ? `${nameOf(name ?? null)} (${details.join(', ')})` : nameOf(value);
}
