/** An experiment file, as it was read, to an explicit `Experiment`: every default filled in, everything checked. */
import { shapeOf } from '../../datasets/index.ts';
import { parseAxes, writeAxes } from './comparison.ts';
import type { WrittenConfiguration } from '../configuration/configurationSchema.ts';
import { experimentSchema, type WrittenExperiment } from './experimentSchema.ts';
import { armsOf } from './armsOf.ts';
import { MOST_RUNS } from './expand.ts';
import { checkFigures } from './checkFigures.ts';
import { checkPredict } from './checkPredict.ts';
import { checkObservation } from './checkObservation.ts';
import { checkReported } from './checkReported.ts';
import { metricNamesOf } from '../configuration/metrics.ts';
import { explicitConfiguration } from '../configuration/parseConfiguration.ts';
import { formatFound, formatPath, SpecError, type Path } from '../../schema/problem.ts';
import { present } from '../../schema/parts.ts';
import { parseMap, writeMap } from './parseMap.ts';
import { findSetting } from '../settings/settings.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Experiment } from './experiment.ts';
import type { Json } from '../../schema/json.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import { checkVerdict } from '../verdicts/check.ts';
import type { WrittenVerdict } from '../verdicts/verdictSchema.ts';
import { zodProblems, type Located } from '../../schema/zodProblems.ts';

export { SpecError, type Problem } from '../../schema/problem.ts';

/**
 * `raw` is the content of the file as plain values. `file` names it in errors; its base name is the
 * experiment's id. `lineOf` finds the line of a path, where the file has lines.
 * Throws a SpecError with all problems found.
 */
export function parseExperiment(raw: unknown, file: string, lineOf: (path: Path) => number | undefined = () => undefined): Experiment {
  const fail = (problems: Located[]): never => {
    throw new SpecError(
      file,
      problems.map(({ at, path, found, allowed }) => ({ path, found, allowed, line: lineOf(at) })),
    );
  };
  const parsed = experimentSchema.safeParse(raw);
  if (!parsed.success) return fail(zodProblems(parsed.error.issues, raw));
  const written = parsed.data;
  const base = explicitConfiguration(configurationPart(written));
  if ('problems' in base) return fail(base.problems);
  const problems: Located[] = [];
  const axes = parseAxes(written.compare, problems);
  if (problems.length === 0) checkCount(axes, written.seeds, problems);
  if (problems.length > 0) return fail(problems);
  const arms = armsOf({ configuration: base.configuration, axes }, problems);
  const experiment = explicit(written, idOf(file), base.configuration, axes, arms);
  if (problems.length === 0) checkExperiment(experiment, problems);
  if (problems.length === 0 && written.map) experiment.map = parseMap(written.map, experiment, problems);
  return problems.length > 0 ? fail(problems) : experiment;
}

/** An experiment in the form of a file, with everything explicit; parses to the same experiment. */
export function writeExperiment(experiment: Experiment): Json {
  const { title, claim, sources, configuration, axes, seeds, verdicts, show, figures, controls, predict, metrics, history, probes, reported, map } = experiment;
  const compare = writeAxes(axes);
  const asked = { seeds, verdict: verdicts, show, figures, controls, predict, metrics, history, probes, reported, map: map && writeMap(map) };
  const written = { title, claim: claim || undefined, sources, ...configuration, compare, ...asked };
  return JSON.parse(JSON.stringify(written)) as Json;
}

/** `content/experiments/batch-size.yaml` → `batch-size`. */
export function idOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.(ya?ml|json)$/, '');
}

function configurationPart({ dataset, split, augmentation, scaling, network, training, pretraining }: WrittenExperiment): WrittenConfiguration {
  return { dataset, split, augmentation, scaling, network, training, pretraining };
}

function explicit(written: WrittenExperiment, id: string, configuration: Configuration, axes: Axis[], arms: Arm[]): Experiment {
  const { claim = '', title = id, sources, seeds, show, figures, controls } = written;
  const verdicts = written.verdict.map((verdict) => explicitVerdict(verdict, claim));
  const { predict, metrics, history, probes, reported } = written;
  return {
    ...{ id, title, claim, sources, configuration, axes, arms, seeds, verdicts, figures, show, controls },
    ...(predict && { predict }),
    ...(metrics.length > 0 && { metrics }),
    ...(history && { history }),
    ...(probes.length > 0 && { probes }),
    ...(reported.length > 0 && { reported }),
  };
}

function explicitVerdict({ claim, metric, split, at, where, matters, inAtLeast, expect, ...forms }: WrittenVerdict, outer: string): Verdict {
  return {
    claim: claim ?? outer,
    metric: metric ?? 'loss',
    split: split ?? 'train',
    at,
    ...present(forms),
    where,
    ...(matters !== undefined && { matters }),
    inAtLeast,
    expect,
  };
}

function checkCount(axes: readonly Axis[], seeds: number, problems: Located[]): void {
  const count = axes.reduce((product, { values }) => product * values.length, seeds);
  if (count > MOST_RUNS) problems.push({ at: ['compare'], path: 'compare', found: `${count} runs`, allowed: `at most ${MOST_RUNS}: arms times seeds` });
}

function checkExperiment(experiment: Experiment, problems: Located[]): void {
  const report = (at: Path, found: string, allowed: string) => void problems.push({ at, path: formatPath(at), found, allowed });
  const { axes, arms, verdicts, configuration, controls, show } = experiment;
  verdicts.forEach((verdict, index) => {
    if (!verdict.claim) report(['verdict', index, 'claim'], 'nothing', 'the sentence that is judged, here or as the experiment’s claim');
    problems.push(...checkVerdict(verdict, experiment, arms, ['verdict', index]));
  });
  if (experiment.predict) checkPredict(experiment.predict, verdicts.length, report);
  const shape = shapeOf(configuration.dataset);
  const names = metricNamesOf(shape.task, show.split);
  if (!names.includes(show.metric)) report(['show', 'metric'], show.metric, `one of ${names.join(', ')} for the ${show.split} split in ${shape.task}`);
  if (splitSizes(configuration)[show.split] === 0) report(['show', 'split'], show.split, `a split that is there: see split.${show.split}`);
  if (show.color !== undefined && !axes.some(({ name }) => name === show.color))
    report(['show', 'color'], show.color, `the name of an axis: ${axes.map(({ name }) => name).join(', ') || 'there is none'}`);
  checkFigures(experiment, arms, report);
  checkObservation(experiment, arms, report);
  checkReported(experiment, report);
  controls.forEach((path, index) => {
    const setting = findSetting(experiment, path);
    if (!setting) report(['controls', index], formatFound(path), 'the path of a setting that this experiment has, for example training.batchSize');
    else if (setting.comparedBy !== undefined)
      report(['controls', index], formatFound(path), `a setting that is not compared; this one is set by the axis ${formatFound(setting.comparedBy)}`);
  });
}
