/** A reader's own map of the same claim: other conditions, or other values of them, as texts. */
import { chooseValues } from '../change/changeCompared.ts';
import { formatFound, type Problem } from '../../schema/problem.ts';
import { findSetting } from '../settings/settings.ts';
import { mapProblems } from '../spec/parseMap.ts';
import type { Mapped } from './cells.ts';

/** One condition as it is typed: the name of a published one or the path of a setting, and labels with commas between them. */
export interface TypedCondition {
  name: string;
  values: string;
}

export function typedConditions({ map }: Mapped): TypedCondition[] {
  return map.over.map(({ name, values }) => ({ name, values: values.map(({ label }) => label).join(', ') }));
}

/** The experiment with that map, or what is wrong with it. */
export function chooseMap(experiment: Mapped, typed: readonly TypedCondition[]): { experiment: Mapped } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const over = typed.flatMap(({ name, values }, index) => {
    const published = experiment.map.over.find((axis) => axis.name === name);
    if (!published && !findSetting(experiment, name)) problems.push({ path: 'condition', found: formatFound(name), allowed: 'a setting of this experiment' });
    if (typed.findIndex((other) => other.name === name) < index)
      problems.push({ path: name, found: 'the same condition twice', allowed: 'two different conditions' });
    const labels = values.split(',').flatMap((text) => text.trim() || []);
    const chosen = chooseValues(published ?? { name, values: [] }, labels);
    if ('axis' in chosen) return [chosen.axis];
    problems.push({ path: name, ...chosen });
    return [];
  });
  if (problems.length > 0) return { problems };
  const map = { ...experiment.map, over };
  const wrong = mapProblems(map, experiment);
  return wrong.length > 0 ? { problems: wrong } : { experiment: { ...experiment, map } };
}
