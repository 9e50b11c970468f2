/** What is compared → arms: every combination of what the axes name. Axes multiply, in the order in which they stand; the last one varies fastest. */
import { applySettings } from '../configuration/applySettings.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Located } from '../../schema/zodProblems.ts';

/** The label of the one arm of an experiment that compares nothing. */
export const ONLY_ARM = 'network';

/** Every combination, each with its explicit configuration. Leaves out arms that cannot be run and adds what is wrong with them to `problems`. */
export function armsOf({ configuration, axes }: { configuration: Configuration; axes: readonly Axis[] }, problems: Located[]): Arm[] {
  return combinations(axes).flatMap((chosen) => {
    const label = chosen.map((value) => value.label).join(' · ') || ONLY_ARM;
    const labels = Object.fromEntries(axes.map(({ name }, axis) => [name, chosen[axis]!.label]));
    const settings = Object.fromEntries(chosen.flatMap(({ set }) => Object.entries(set)));
    const parsed = applySettings(configuration, settings);
    if ('configuration' in parsed) return [{ label, labels, configuration: parsed.configuration }];
    problems.push(...parsed.problems.map((problem) => ({ ...problem, at: ['compare'], path: `compare, arm "${label}", ${problem.path}` })));
    return [];
  });
}

function combinations(axes: readonly Axis[]): Axis['values'][] {
  return axes.reduce<Axis['values'][]>((partial, { values }) => partial.flatMap((chosen) => values.map((value) => [...chosen, value])), [[]]);
}
