/** A reader's changes to an experiment: another experiment, explicit and checked like the published one. */
import { shapeOf } from '../../datasets/index.ts';
import { changeCompared, isCompared, type Change } from './changeCompared.ts';
import { observable } from './observable.ts';
import { metricNamesOf } from '../configuration/metrics.ts';
import { formatPath, type Problem } from '../../schema/problem.ts';
import { findSetting, settingsOf } from '../settings/settings.ts';
import type { Experiment, Predict } from '../spec/experiment.ts';
import type { Json } from '../../schema/json.ts';
import { lackingFor } from '../spec/checkFigures.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import { checkVerdict } from '../verdicts/check.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { withSettings } from '../spec/withSettings.ts';

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
  const compare = withSettings({ ...experiment, axes: chosen.axes }, settings);
  if ('problems' in compare) return compare;
  const { arms } = compare;
  // A map is of the experiment as it was published, and so is what a source reports of it.
  const { map: published, reported, predict, ...rest } = experiment;
  const changed: Experiment = {
    ...rest,
    ...observable(experiment, arms),
    ...(changes.length === 0 && { ...(published && { map: published }), ...(reported && { reported }) }),
    ...compare,
  };
  const verdicts = experiment.verdicts.filter((verdict) => checkVerdict(verdict, changed, arms, []).length === 0);
  const asked = predict && askedOf(predict, experiment.verdicts, verdicts);
  return {
    experiment: {
      ...changed,
      ...(asked && { predict: asked }),
      verdicts,
      figures: experiment.figures.filter((figure) => lackingFor(figure, experiment.axes, arms) === undefined),
      show: showable(changed),
      controls: experiment.controls.filter((path) => findSetting(changed, path)),
    },
  };
}

/** The author's question goes with the verdict that answers it, whatever its number is now; undefined where that is gone. */
function askedOf(predict: Predict, before: readonly Verdict[], now: readonly Verdict[]): Predict | undefined {
  const place = now.indexOf(before[predict.answer.verdict - 1]!);
  return place < 0 ? undefined : { ...predict, answer: { ...predict.answer, verdict: place + 1 } };
}

function comparedProblem(experiment: Experiment, path: string, value: Json): Problem[] {
  const axis = settingsOf(experiment).find((setting) => setting.path === path)?.comparedBy;
  return axis === undefined ? [] : [{ path, found: JSON.stringify(value), allowed: `no change: ${formatPath([axis])} is what this experiment compares` }];
}

function showable({ show, configuration }: Experiment): Experiment['show'] {
  const split = splitSizes(configuration)[show.split] > 0 ? show.split : 'train';
  const metric = metricNamesOf(shapeOf(configuration.dataset).task, split).includes(show.metric) ? show.metric : 'loss';
  return { ...show, metric, split };
}
