/** What a search minimises or maximises, and where it looks: shared by the Optuna and the Ray Tune script. */
import { findMetric } from '../../experiments/configuration/metrics.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import { optimizers } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import type { ProgramPlan } from '../python/framework.ts';
import { lines, literal, real } from '../python/literal.ts';
import { REPORTED } from '../python/scores.ts';
import { runScoreCode, type Direction } from './runScore.ts';

export interface Objective {
  code: string;
  direction: Direction;
  /** Bounds of the learning rate; absent where an axis sets it. */
  rates?: { low: number; high: number };
}

/** Two orders of magnitude on either side of what the experiment has, within the catalog's range. */
const REACH = 100;

export function objectiveOf({ arms, data }: ProgramPlan, experiment: Experiment): Objective {
  const [verdict] = experiment.verdicts;
  const wanted = verdict?.metric ?? experiment.show.metric;
  const task = data.get(arms[0]!.label)!.task;
  const metric = (REPORTED[task] as readonly string[]).includes(wanted) ? wanted : 'loss';
  const validated = arms.every(({ label }) => data.get(label)!.hasValidation);
  const split = validated ? 'validation' : 'train';
  const low = findMetric(metric).better === 'low';
  const axes = experiment.axes.map(({ name, values }) => `    ${literal(name)}: ${literal(values.map(({ label }) => label))},`);
  const rates = ratesOf(experiment, arms);
  return {
    direction: low ? 'minimize' : 'maximize',
    ...(rates && { rates }),
    code: lines(
      validated
        ? '# The metric of the verdict, on the validation split.'
        : '# There is no validation split: what is found fits the training split and promises nothing beyond.',
      `METRIC, SPLIT = ${literal(metric)}, ${literal(split)}`,
      axes.length > 0 ? `AXES = {\n${axes.join('\n')}\n}` : 'AXES = {}',
      rates ? `RATES = (${real(rates.low)}, ${real(rates.high)})` : '# An axis sets the learning rate.',
      '',
      '',
      'def label_of(choices):',
      axes.length > 0 ? '    return " · ".join(choices[name] for name in AXES)' : `    return ${literal(arms[0]!.label)}`,
      '',
      '',
      runScoreCode(low ? 'minimize' : 'maximize', verdict?.at ?? 'final'),
    ),
  };
}

function ratesOf({ axes }: Experiment, arms: ProgramPlan['arms']): Objective['rates'] {
  if (axes.some(({ values }) => values.some(({ set }) => 'training.optimizer.learningRate' in set))) return undefined;
  const ranges = arms.map(({ configuration: { training } }) => {
    const { learningRate } = findEntry('optimizer', optimizers, training.optimizer.name).hyperparameters;
    const own = Number(training.optimizer.learningRate);
    const base = own > 0 ? own : Number(learningRate!.default);
    const { min, max } = learningRate as { min: number; max: number };
    return { low: Math.max(min, base / REACH), high: Math.min(max, base * REACH) };
  });
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}
