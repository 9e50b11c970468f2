/**
 * Everything about an experiment that can be changed, one entry per path, derived from the catalog
 * and the data sets. Controls, links and their checks are made from this list.
 */
import { dataSettings } from './dataSettings.ts';
import { networkSettings } from './networkSettings.ts';
import { trainingSettings } from './trainingSettings.ts';
import type { Axis } from '../configuration/arm.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Setting } from './setting.ts';

/** What is trained, and what is compared. */
interface Compared {
  configuration: Configuration;
  axes: readonly Axis[];
}

/** In the order in which they stand in a file. */
export function settingsOf(experiment: Compared): Setting[] {
  const list = [...dataSettings(experiment.configuration), ...networkSettings(experiment.configuration), ...trainingSettings(experiment.configuration)];
  return list.map((setting) => {
    const axis = experiment.axes.find((candidate) => compares(candidate, setting.path));
    return axis ? { ...setting, comparedBy: axis.name } : setting;
  });
}

export function findSetting(experiment: Compared, path: string): Setting | undefined {
  return settingsOf(experiment).find((setting) => setting.path === path);
}

/** Whether an axis sets this path, or sets a whole choice and states this hyperparameter differently among its values. */
function compares({ values }: Axis, path: string): boolean {
  const stated = values.flatMap(({ set }) =>
    Object.entries(set).flatMap(([chosen, choice]) => {
      if (!path.startsWith(`${chosen}.`) || choice === null || typeof choice !== 'object' || Array.isArray(choice)) return [];
      const hyperparameter = choice[path.slice(chosen.length + 1)];
      return hyperparameter === undefined ? [] : [hyperparameter];
    }),
  );
  // An axis that sets one kind of budget sets all of them.
  const paths = BUDGET_PATHS.includes(path) ? BUDGET_PATHS : [path];
  return new Set(stated).size > 1 || values.some(({ set }) => paths.some((candidate) => Object.hasOwn(set, candidate)));
}

const BUDGET_PATHS = ['training.epochs', 'training.updates', 'training.examples'];
