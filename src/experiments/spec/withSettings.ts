/** An experiment with some settings of its configuration changed: configuration, axes and arms, explicit and checked. */
import { applySettings } from '../configuration/applySettings.ts';
import type { Axis } from '../configuration/arm.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Json } from '../../schema/json.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Located } from '../../schema/zodProblems.ts';
import { armsOf } from './armsOf.ts';
import type { Experiment } from './experiment.ts';

type Compared = Pick<Experiment, 'configuration' | 'axes' | 'arms'>;

/** `settings`: path → value. Arms that were chosen by name take changed hyperparameters too, where they have them. */
export function withSettings(
  { configuration: base, axes: before }: Pick<Compared, 'configuration' | 'axes'>,
  settings: Record<string, Json>,
): Compared | { problems: Problem[] } {
  const parsed = applySettings(base, settings);
  if ('problems' in parsed) return parsed;
  const { configuration } = parsed;
  const axes = Object.entries(settings).reduce((current, [path, value]) => changeAxes(current, configuration, path, value), [...before]);
  const problems: Located[] = [];
  const arms = armsOf({ configuration, axes }, problems);
  return problems.length > 0 ? { problems } : { configuration, axes, arms };
}

/** An axis that chooses by name (`training.optimizer: [sgd, adam]`) takes a changed hyperparameter into each choice that has it. */
function changeAxes(axes: readonly Axis[], configuration: Configuration, path: string, value: Json): Axis[] {
  return axes.map((axis) => ({
    ...axis,
    values: axis.values.map(({ label, set }) => ({
      label,
      set: Object.fromEntries(
        Object.entries(set).map(([chosen, choice]) => {
          if (!path.startsWith(`${chosen}.`)) return [chosen, choice];
          const key = path.slice(chosen.length + 1);
          const candidate = typeof choice === 'string' ? { name: choice, [key]: value } : { ...(choice as Record<string, Json>), [key]: value };
          return [chosen, 'configuration' in applySettings(configuration, { ...set, [chosen]: candidate }) ? candidate : choice];
        }),
      ),
    })),
  }));
}
