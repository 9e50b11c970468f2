/** `lab run FILE|ID`: train and show. */
import { median } from 'simple-statistics';
import { shapeOf } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import type { EngineName } from '../../engines/engine.ts';
import { MOST_RUNS } from '../../experiments/spec/expand.ts';
import { givenRemarks } from '../../experiments/configuration/givenRemarks.ts';
import { givenParameters } from '../../experiments/configuration/givenParameters.ts';
import { scaleRemark } from '../../experiments/configuration/scaleRemark.ts';
import { judge } from '../../experiments/verdicts/judge.ts';
import { unseenClasses } from '../../experiments/plan/unseenClasses.ts';
import { metricsOf } from '../../experiments/configuration/metrics.ts';
import { summarize } from '../../experiments/train/summary.ts';
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { confusionText } from '../output/confusionText.ts';
import { describeJudgement } from '../output/judgementText.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openKernel } from '../kernel.ts';
import { mnistSource } from '../mnist/places.ts';
import { openLibrary } from '../library/library.ts';
import { runJson } from '../../export/results/runJson.ts';
import { makeFolder, saveModels } from './saveModels.ts';
import { formatTable } from '../output/table.ts';
import { openPool, trainAll } from '../training/train.ts';
import { UserError } from '../userError.ts';

export interface RunCommand {
  fileOrId: string;
  engine: EngineName;
  /** Seeds 1 … seeds; defaults to the experiment's own number. */
  seeds: number | undefined;
  parameters: boolean;
  json: boolean;
  /** Folder in which the trained networks are saved; not at all if undefined. */
  saveModel: string | undefined;
}

/** Returns the exit code: 1 if a run failed. */
export async function runCommand({ fileOrId, engine, seeds, parameters, json, saveModel }: RunCommand): Promise<number> {
  const experiment = openLibrary().experiment(fileOrId);
  const arms = experiment.arms;
  const count = seeds ?? experiment.seeds;
  if (count * arms.length > MOST_RUNS)
    throw new UserError(`--seeds ${count} with ${arms.length} arms makes ${count * arms.length} runs; allowed: at most ${MOST_RUNS}.`);
  if (saveModel !== undefined) makeFolder(saveModel);
  const { kernel, hash } = await openKernel();
  const pool = openPool();
  const results = await trainAll(experiment, { pool, engine, seeds: count, keepParameters: parameters || saveModel !== undefined });
  pool.close();
  const judgements = judge(experiment, results);
  if (json) {
    process.stdout.write(`${JSON.stringify(runJson({ experiment, arms, engine, kernel: hash, results, judgements, withParameters: parameters }))}\n`);
  } else {
    console.log(`${experiment.title}\n${experiment.claim}\n`);
    for (const title of new Set(results.flatMap(({ data }) => data ?? []))) console.log(`Data: ${title}\n`);
    for (const line of [...aboutFiles(arms), ...unseen(arms, count, kernel)]) console.log(line);
    console.log(resultTable(experiment, arms, results));
    for (const table of confusionText(results, classNames(experiment))) console.log(`\n${table}`);
    for (const judgement of judgements) console.log(`\n${describeJudgement(judgement)}`);
    for (const line of remarks(results)) console.log(`\n${line}`);
    for (const result of parameters ? results : [])
      console.log(`\n${result.arm}, seed ${result.seed}: ${JSON.stringify(result.parameters?.map(givenParameters))}`);
  }
  const saved = saveModel === undefined ? [] : await saveModels(experiment.id, arms, results, saveModel, { kernel, source: mnistSource() });
  // Standard output is the JSON's alone.
  for (const line of saved) (json ? console.error : console.log)(json ? line : `\n${line}`);
  return results.some(({ ending }) => ending.state === 'failed') ? 1 : 0;
}

/** What was made of the files that are the data, and whether their scale asks for scaling; a blank line after it. */
function aboutFiles(arms: readonly Arm[]): string[] {
  const said = arms.flatMap(({ configuration }) => {
    const { dataset } = configuration;
    const given = givenRemarks(configuration);
    if (!isInline(dataset) || !dataset.about) return given;
    const scale = scaleRemark(configuration);
    return [...given, ...dataset.about.remarks, ...(scale ? [`${scale.finding}; ${scale.remedy}.`] : [])];
  });
  return said.length > 0 ? [...new Set(said), ''] : [];
}

/** Of the first seed in which it comes about. */
function unseen(arms: readonly Arm[], seeds: number, kernel: Kernel): string[] {
  const said = arms.flatMap(({ configuration }) => {
    for (let seed = 1; seed <= Math.min(seeds, MOST_SEEDS); seed++) {
      const lines = unseenClasses(configuration, seed, kernel);
      if (lines.length > 0) return lines;
    }
    return [];
  });
  return said.length > 0 ? [...new Set(said), ''] : [];
}

const MOST_SEEDS = 20;

function classNames({ configuration: { dataset } }: Experiment): readonly string[] {
  return (isInline(dataset) ? dataset.about?.classes : undefined) ?? [];
}

/** One row per arm: the median over seeds of every metric of every split at the end. */
function resultTable(experiment: Experiment, arms: readonly Arm[], results: readonly RunResult[]): string {
  const metrics = metricsOf(shapeOf(experiment.configuration.dataset).task).map(({ name }) => name);
  const columns = (results.find(({ history }) => history.columns.length > 0)?.history.columns ?? []).filter(({ metric }) => metrics.includes(metric));
  const rows = arms.map(({ label }) => {
    const own = results.filter((result) => result.arm === label);
    const values = columns.map(({ split, metric }) => own.flatMap((result) => summarize(result, split, metric, 'final') ?? []));
    const milliseconds = own.reduce((sum, { trainingTime }) => sum + trainingTime, 0);
    const steps = own.reduce((sum, { history }) => sum + (history.step.at(-1) ?? 0), 0);
    return [
      label,
      `${own.filter(({ ending }) => ending.state === 'finished').length} of ${own.length}`,
      ...values.map((list) => (list.length > 0 ? format(median(list)) : '–')),
      steps > 0 ? ((1000 * milliseconds) / steps).toFixed(1) : '–',
    ];
  });
  return formatTable(['arm', 'finished', ...columns.map(({ split, metric }) => `${split} ${metric}`), 'µs/step'], rows);
}

/** How runs ended, where there is something to say. */
function remarks(results: readonly RunResult[]): string[] {
  const missing = results.flatMap(({ ending }) => (ending.state === 'failed' && ending.missing ? [ending.message] : []));
  // Where data are missing, all runs fail for the same reason.
  const once = [...new Set(missing)].map((message) => `${missing.filter((other) => other === message).length} of ${results.length} runs failed: ${message}`);
  const own = results.flatMap(({ arm, seed, ending }) => {
    if (ending.state === 'diverged') return [`${arm}, seed ${seed}: ${ending.explanation}`];
    if (ending.state === 'failed') return ending.missing ? [] : [`${arm}, seed ${seed} failed: ${ending.message}`];
    return ending.state === 'finished' && ending.earlyStopping ? [`${arm}, seed ${seed}: ${ending.earlyStopping.explanation}`] : [];
  });
  return [...once, ...own];
}

function format(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '∞';
}
