/** A reader's changes to an experiment: another experiment, explicit and checked like the published one. */
import { shapeOf } from '../../datasets/index.ts';
import { applySettings } from '../configuration/applySettings.ts';
import { changeCompared, isCompared, type Change } from './changeCompared.ts';
import { observable } from './observable.ts';
import { armsOf } from '../spec/expand.ts';
import { metricNamesOf } from '../configuration/metrics.ts';
import { formatPath, type Problem } from '../../schema/problem.ts';
import { findSetting, settingsOf } from '../settings/settings.ts';
import type { Axis } from '../configuration/arm.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { Json } from '../../schema/json.ts';
import { lackingFor } from '../spec/checkFigures.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import { checkVerdict } from '../verdicts/check.ts';
import type { Located } from '../../schema/zodProblems.ts';

export type { Change };

export type Changed = { experiment: Experiment } | { problems: Problem[] };

/**
 * Apply changes together. Arms that were chosen by name take changed hyperparameters too, where they
 * have them. Verdicts, figures and readings that no longer make sense are dropped; a change that leaves an arm
 * impossible, or a setting that is compared, is a problem: what is compared is changed by `compare.<axis>` (changeCompared.ts).
 */
export function changeExperiment(experiment: Experiment, changes: readonly Change[]): Changed {
  const others = changes.filter(({ path }) => !isCompared(path));
  const compared = others.flatMap(({ path, value }) => comparedProblem(experiment, path, value));
  if (compared.length > 0) return { problems: compared };
  const chosen = changeCompared(experiment.axes, changes);
  if ('problems' in chosen) return chosen;
  const settings = Object.fromEntries(others.map(({ path, value }) => [path, value]));
  const parsed = applySettings(experiment.configuration, settings);
  if ('problems' in parsed) return parsed;
  const { configuration } = parsed;
  const axes = Object.entries(settings).reduce((current, [path, value]) => changeAxes(current, configuration, path, value), chosen.axes);
  const problems: Located[] = [];
  const arms = armsOf({ configuration, axes }, problems);
  if (problems.length > 0) return { problems };
  const changed = { ...experiment, ...observable(experiment, arms), configuration, axes, arms };
  return {
    experiment: {
      ...changed,
      verdicts: experiment.verdicts.filter((verdict) => checkVerdict(verdict, changed, arms, []).length === 0),
      figures: experiment.figures.filter((figure) => lackingFor(figure, experiment.axes, arms) === undefined),
      show: showable(changed),
      controls: experiment.controls.filter((path) => findSetting(changed, path)),
    },
  };
}

function comparedProblem(experiment: Experiment, path: string, value: Json): Problem[] {
  const axis = settingsOf(experiment).find((setting) => setting.path === path)?.comparedBy;
  return axis === undefined ? [] : [{ path, found: JSON.stringify(value), allowed: `no change: ${formatPath([axis])} is what this experiment compares` }];
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

function showable({ show, configuration }: Experiment): Experiment['show'] {
  const split = splitSizes(configuration)[show.split] > 0 ? show.split : 'train';
  const metric = metricNamesOf(shapeOf(configuration.dataset).task, split).includes(show.metric) ? show.metric : 'loss';
  return { ...show, metric, split };
}
