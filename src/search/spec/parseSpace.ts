/** What is searched, as it is written, to dimensions that are in order. */
import { applySettings } from '../../experiments/configuration/applySettings.ts';
import { isPath, parseAxes } from '../../experiments/spec/comparison.ts';
import { formatFound, type Path, type Report } from '../../schema/problem.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Json } from '../../schema/json.ts';
import type { Located } from '../../schema/zodProblems.ts';
import type { WrittenSearch } from './searchSchema.ts';
import type { Dimension } from '../space/space.ts';

export function parseSpace(written: WrittenSearch['search']['space'], configuration: Configuration, report: Report): Dimension[] {
  const entries = Object.entries(written);
  if (entries.length === 0) report(['search', 'space'], 'no path', 'at least one path of a setting, with a list of values or a range');
  const space = entries.map(([path, values]): Dimension => {
    const at = ['search', 'space', path];
    if (Array.isArray(values)) {
      if (!isPath(path)) return jointDimension(configuration, path, values, at, report);
      checkList(configuration, path, values, at, report);
      return { kind: 'list', path, values };
    }
    if (!isPath(path)) report(at, formatFound(path), 'the path of a setting, for example training.batchSize; or a list of { label, set }');
    const { min, max, scale, integer } = values;
    if (min >= max) report(at, `min ${min} and max ${max}`, 'min below max');
    else if (scale === 'log' && min <= 0) report([...at, 'min'], String(min), 'a number above 0 on a log scale');
    else if (integer && !(Number.isInteger(min) && Number.isInteger(max))) report(at, `min ${min} and max ${max}`, 'whole numbers with integer: true');
    else if (isPath(path)) for (const end of ['min', 'max'] as const) checkValue(configuration, path, values[end], [...at, end], report);
    return { kind: 'range', path, min, max, scale, integer };
  });
  checkOnce(space, report);
  return space;
}

/** Written like a named axis of a comparison, and read by the same rules. */
function jointDimension(configuration: Configuration, name: string, values: Json[], at: Path, report: Report): Dimension {
  const problems: Located[] = [];
  const arms = parseAxes({ [name]: values }, problems)[0]!.values;
  // Paths of its problems begin with compare and the name.
  for (const problem of problems) report([...at, ...problem.at.slice(2)], problem.found, problem.allowed);
  arms.forEach(({ set }, index) => {
    const parsed = applySettings(configuration, set);
    if ('problems' in parsed) for (const { path, found, allowed } of parsed.problems) report([...at, index, 'set', path], found, allowed);
  });
  return { kind: 'list', path: name, values: arms.map(({ label }) => label), sets: arms.map(({ set }) => set) };
}

/** A path that two dimensions set would have two values. */
function checkOnce(space: readonly Dimension[], report: Report): void {
  const setBy = new Map<string, string>();
  for (const dimension of space) {
    const paths = dimension.kind === 'list' && dimension.sets ? dimension.sets.flatMap((set) => Object.keys(set)) : [dimension.path];
    for (const path of new Set(paths)) {
      const other = setBy.get(path);
      if (other !== undefined)
        report(['search', 'space', dimension.path], `a second dimension that sets ${path}`, `a path that ${formatFound(other)} does not set`);
      setBy.set(path, dimension.path);
    }
  }
}

/** Each value by itself; combinations that do not go together are found when they are tried. A path that is unknown is reported once. */
function checkList(configuration: Configuration, path: string, values: readonly Json[], at: Path, report: Report): void {
  const [first] = values;
  if (values.every((value) => problemOf(configuration, path, value)?.found === formatFound(path))) return checkValue(configuration, path, first!, at, report);
  values.forEach((value, index) => checkValue(configuration, path, value, [...at, index], report));
}

function checkValue(configuration: Configuration, path: string, value: Json, at: Path, report: Report): void {
  const problem = problemOf(configuration, path, value);
  if (problem) report(at, problem.found, `${problem.allowed}${problem.path === path ? '' : ` (for ${problem.path})`}`);
}

function problemOf(configuration: Configuration, path: string, value: Json): Located | undefined {
  const parsed = applySettings(configuration, { [path]: value });
  return 'configuration' in parsed ? undefined : parsed.problems[0];
}
