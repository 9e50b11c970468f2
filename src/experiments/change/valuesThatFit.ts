/** Which of the values that an experiment compares can train on other data than it was made for. */
import { applySettings } from '../configuration/applySettings.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Json } from '../../schema/json.ts';
import type { Experiment } from '../spec/experiment.ts';
import { comparedPath } from './changeCompared.ts';
import type { Adaptation } from './fitToData.ts';

/**
 * Leaves out what the new data cannot have, such as moved copies where examples are no pictures, and says what and why. `settings`: the data and what was adapted to them.
 * An axis none of whose values fits stays as it is: there is nothing to compare, and the refusal says so.
 */
export function valuesThatFit(
  { configuration, axes }: Pick<Experiment, 'axes'> & { configuration: Configuration },
  settings: Record<string, Json>,
): Adaptation[] {
  const adapted = applySettings(configuration, settings);
  if ('problems' in adapted) return [];
  return axes.flatMap((axis) => {
    const judged = axis.values.map(({ label, set }) => {
      const outcome = applySettings(adapted.configuration, set);
      return { label, problem: 'problems' in outcome ? outcome.problems[0] : undefined };
    });
    const fits = judged.flatMap(({ label, problem }) => (problem ? [] : [label]));
    if (fits.length === 0) return [];
    return judged.flatMap(({ label, problem }) =>
      problem
        ? [
            {
              path: comparedPath(axis),
              value: fits,
              why: `“${label}” is left out of what is compared: it does not go with this file (${problem.path}: found ${problem.found}; allowed: ${problem.allowed}).`,
            },
          ]
        : [],
    );
  });
}
