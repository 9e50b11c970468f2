/**
 * One run from its first evaluation to its end.
 *
 *   point 0 ──▶ slice ─▶ slice ─▶ … epoch ends: point ──▶ … budget spent: last point ──▶ finished
 *                 │ breathe between slices: cancelled?  ─▶ cancelled
 *                 └ a loss that is not finite            ─▶ diverged at step n
 */
import { SPLITS, type Engine, type Evaluation, type Split, type Trainer } from '../engines/engine.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { examplesSeen } from './budget.ts';
import { runDigest } from './digest.ts';
import { fitOnGrid } from './fit.ts';
import { HistoryBuilder } from './history.ts';
import { planRun, type Plan } from './plan.ts';
import { residualMetrics } from './residuals.ts';
import { SlicePace } from './slicePace.ts';
import type { Ending, History, Run, RunResult } from './types.ts';

export interface RunOptions {
  /** Gets the points that came since the last call, at most once between two breaths. */
  onPoints?(points: History): void;
  /** Looked at between slices. */
  signal?: { cancelled: boolean };
  /** Whether the result carries the final parameters. Defaults to false. */
  keepParameters?: boolean;
  /** Awaited between slices of at most about 16 ms, so that messages get through. Defaults to nothing. */
  breathe?(): Promise<void>;
}

/** Train one run. Time decides where it breathes, never what it computes. */
export async function trainRun({ arm, seed }: Run, engine: Engine, kernel: Kernel, options: RunOptions = {}): Promise<RunResult> {
  const start = performance.now();
  const plan = planRun(arm.configuration, seed, kernel);
  const trainer = await engine.create(plan.plan);
  const history = new HistoryBuilder();
  try {
    const { ending, trainingTime } = await trainToTheEnd(trainer, plan, history, options);
    const parameters = await trainer.parameters();
    const digest = await runDigest(ending, history.all(), parameters);
    const fit = ending.state === 'finished' ? await fitOnGrid(trainer, plan) : undefined;
    const points = history.take();
    if (points) options.onPoints?.(points);
    return {
      arm: arm.label,
      seed,
      engine: engine.name,
      ending,
      history: history.all(),
      digest,
      trainingTime,
      totalTime: performance.now() - start,
      ...(options.keepParameters && { parameters }),
      ...(fit && { fit }),
    };
  } finally {
    trainer.dispose();
  }
}

async function trainToTheEnd(trainer: Trainer, plan: Plan, history: HistoryBuilder, options: RunOptions): Promise<{ ending: Ending; trainingTime: number }> {
  const pace = new SlicePace();
  let trainingTime = 0;
  for (;;) {
    if (trainer.step % plan.updatesPerEpoch === 0 || trainer.step === plan.updates) {
      if (!(await addPoint(trainer, plan, history))) return { ending: diverged(trainer.step, plan), trainingTime };
      if (trainer.step >= plan.updates) return { ending: { state: 'finished' }, trainingTime };
    }
    if (pace.isOver()) {
      const points = history.take();
      if (points) options.onPoints?.(points);
      await options.breathe?.();
      if (options.signal?.cancelled) return { ending: { state: 'cancelled' }, trainingTime };
      pace.begin();
    }
    const epochEnd = (Math.floor(trainer.step / plan.updatesPerEpoch) + 1) * plan.updatesPerEpoch;
    const updates = Math.min(pace.updates, epochEnd - trainer.step, plan.updates - trainer.step);
    const before = performance.now();
    await trainer.train(updates);
    const took = performance.now() - before;
    trainingTime += took;
    pace.learn(updates, took);
    if (trainer.divergedAt !== undefined) return { ending: diverged(trainer.divergedAt, plan), trainingTime };
  }
}

/** Returns false, and adds nothing, if a value is not finite. */
async function addPoint(trainer: Trainer, { plan, targets, scaling }: Plan, history: HistoryBuilder): Promise<boolean> {
  const evaluations: Partial<Record<Split, Evaluation>> = {};
  for (const split of SPLITS) {
    const data = plan.data[split];
    if (!data) continue;
    const evaluation = await trainer.evaluate(split);
    const own = targets[split];
    if (own) Object.assign(evaluation, residualMetrics(await trainer.predict(data.x, data.examples), data.y, own, scaling.labels));
    if (!Object.values(evaluation).every(Number.isFinite)) return false;
    evaluations[split] = evaluation;
  }
  const trained = plan.data.train.examples;
  history.add({ step: trainer.step, epoch: examplesSeen(trainer.step, trained, plan.training.batchSize) / trained, evaluations });
  return true;
}

function diverged(step: number, { plan }: Plan): Ending {
  const rate = plan.training.optimizer['learningRate'];
  const hint = typeof rate === 'number' ? ` The learning rate is ${rate.toLocaleString('en')}; try a smaller one.` : '';
  const explanation =
    `Diverged at step ${step.toLocaleString('en')}: the loss was no longer a finite number. ` +
    `Each step overshot the minimum by more than the one before, until the parameters outgrew what a 32-bit float can hold.${hint}`;
  return { state: 'diverged', step, explanation };
}
