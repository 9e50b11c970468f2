/** What is searched, as it is written, to dimensions that are in order. */
import { applySettings } from '../experiments/applySettings.ts';
import { isPath } from '../experiments/comparison.ts';
import { formatFound, type Path } from '../experiments/problem.ts';
import type { Configuration, Json } from '../experiments/types.ts';
import type { Located } from '../experiments/zodProblems.ts';
import type { Report } from './checkSearch.ts';
import type { WrittenSearch } from './searchSchema.ts';
import type { Dimension } from './space.ts';

export function parseSpace(written: WrittenSearch['search']['space'], configuration: Configuration, report: Report): Dimension[] {
  const entries = Object.entries(written);
  if (entries.length === 0) report(['search', 'space'], 'no path', 'at least one path of a setting, with a list of values or a range');
  return entries.map(([path, values]) => {
    const at = ['search', 'space', path];
    if (!isPath(path)) report(at, formatFound(path), 'the path of a setting, for example training.batchSize');
    if (Array.isArray(values)) {
      if (isPath(path)) checkList(configuration, path, values, at, report);
      return { kind: 'list', path, values };
    }
    const { min, max, scale, integer } = values;
    if (min >= max) report(at, `min ${min} and max ${max}`, 'min below max');
    else if (scale === 'log' && min <= 0) report([...at, 'min'], String(min), 'a number above 0 on a log scale');
    else if (integer && !(Number.isInteger(min) && Number.isInteger(max))) report(at, `min ${min} and max ${max}`, 'whole numbers with integer: true');
    else if (isPath(path)) for (const end of ['min', 'max'] as const) checkValue(configuration, path, values[end], [...at, end], report);
    return { kind: 'range', path, min, max, scale, integer };
  });
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
