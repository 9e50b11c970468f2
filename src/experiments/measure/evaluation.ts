/** Everything that is reported of a network at one point. */
import type { Task } from '../../datasets/dataset.ts';
import { SPLITS, type Evaluation, type Split, type Trainer } from '../../engines/engine.ts';
import { thresholdOf } from '../../engines/metric.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { logLoss } from '../../statistics/logLoss.ts';
import { calibrationBins, calibrationError } from './calibration.ts';
import { confusionMatrix, macroF1 } from './confusion.ts';
import { metricsOf } from '../configuration/metrics.ts';
import { isPenalized, penaltyOf } from './penalty.ts';
import type { Plan } from '../plan/plan.ts';
import { residualMetrics, rSquared } from './residuals.ts';

export type Evaluations = Partial<Record<Split, Evaluation>>;

const NAMES: Record<Task, Set<string>> = { classification: namesOf('classification'), regression: namesOf('regression') };

/**
 * The engine's loss and metrics of every split, residuals in regression, the metrics on request named in `wanted`,
 * and penalty and objective where the network has penalties. `rate`: learning rate of the last update.
 * Undefined if a value is not finite.
 */
export async function evaluateRun(trainer: Trainer, planned: Plan, wanted: readonly string[], rate: number, kernel: Kernel): Promise<Evaluations | undefined> {
  const evaluations: Evaluations = {};
  for (const split of SPLITS) {
    if (!planned.plan.data[split]) continue;
    const evaluation = await evaluateSplit(trainer, planned, split, wanted, kernel);
    if (split === 'train') await addRun(evaluation, trainer, planned, wanted, rate);
    for (const name in evaluation) if (!Number.isFinite(evaluation[name])) return undefined;
    evaluations[split] = evaluation;
  }
  return evaluations;
}

async function evaluateSplit(
  trainer: Trainer,
  { plan, targets, scaling, examples }: Plan,
  split: Split,
  wanted: readonly string[],
  kernel: Kernel,
): Promise<Evaluation> {
  const { x, y, examples: rows } = plan.data[split]!;
  const measured = await trainer.evaluate(split);
  const evaluation: Evaluation = {};
  for (const name in measured) if (NAMES[examples.task].has(name)) evaluation[name] = measured[name]!;
  const own = targets[split];
  const outputs = own || OF_OUTPUTS.some((name) => wanted.includes(name)) ? await trainer.predict(x, rows) : undefined;
  if (own && outputs) {
    Object.assign(evaluation, residualMetrics(outputs, y, own, scaling.labels));
    if (wanted.includes('r2')) evaluation['r2'] = rSquared(outputs, y, examples.labels);
  } else if (outputs) {
    if (wanted.includes('f1')) evaluation['f1'] = macroF1(confusionMatrix(outputs, y, rows, examples.classes, thresholdOf(plan.network)));
    if (wanted.includes('logLoss')) evaluation['logLoss'] = logLoss(outputs, y, rows, libm(kernel).log);
    if (wanted.includes('calibrationError')) evaluation['calibrationError'] = calibrationError(calibrationBins(outputs, y, rows));
  }
  return evaluation;
}

/** Metrics of classes that need the outputs themselves. */
const OF_OUTPUTS = ['f1', 'logLoss', 'calibrationError'];

function namesOf(task: Task): Set<string> {
  return new Set(metricsOf(task).map(({ name }) => name));
}

async function addRun(evaluation: Evaluation, trainer: Trainer, { plan }: Plan, wanted: readonly string[], rate: number): Promise<void> {
  if (isPenalized(plan.network) || wanted.includes('penalty') || wanted.includes('objective')) {
    const penalty = await penaltyOf(plan, trainer);
    evaluation['penalty'] = penalty;
    evaluation['objective'] = evaluation['loss']! + penalty;
  }
  if (wanted.includes('learningRate')) evaluation['learningRate'] = rate;
}
