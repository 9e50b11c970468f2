/**
 * One run from its data to its end.
 *
 *   data ─▶ plan ─▶ pre-training, if asked for ─▶ course (course.ts) ─▶ what is said of the end
 *                            │                      │
 *                            └ diverged, cancelled ─┴─▶ a result that says so
 */
import type { DataSource } from '../../datasets/dataSource.ts';
import { loadExamples } from '../../datasets/index.ts';
import type { Engine, Trainer } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { bestConstantLoss } from '../measure/bestConstant.ts';
import { Breather, Cancelled } from './breather.ts';
import { Checkpoints } from './checkpoints.ts';
import { runCourse } from './course.ts';
import { runDigest } from './digest.ts';
import { HistoryBuilder } from './history.ts';
import { ofTheEnd } from './ofTheEnd.ts';
import { planRun, type Plan } from '../plan/plan.ts';
import { pretrain } from './pretrain.ts';
import type { ProbeReading } from '../probes/reading.ts';
import type { RunSignal } from './runSignal.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Ending, History, RunResult } from './result.ts';
import { trainTwin } from './twin.ts';
import type { Run } from './observation.ts';

export interface RunOptions {
  /**
   * Gets the points that came since the last call, and what probes have read at them, as often as figures are drawn: about ten times
   * a second, and before the run waits.
   */
  onPoints?(points: History, readings: readonly ProbeReading[]): void;
  /**
   * Called where the run waits because `signal` holds it: after how many updates, and its metrics there, where
   * that is no point of the history.
   */
  onHeld?(step: number, now: History | undefined): void;
  /** Listened to between slices. */
  signal?: RunSignal;
  /** Whether the result carries the final parameters. Defaults to false. */
  keepParameters?: boolean;
  /** Awaited between slices of at most about 16 ms, so that messages get through. Defaults to nothing. */
  breathe?(): Promise<void>;
  /** Where data sets that lie in files are read from. Defaults to nowhere. */
  source?: DataSource;
}

/** Milliseconds from one delivery of points to the next. */
const DELIVERY = 100;

/** Train one run. Time decides where it breathes, never what it computes. */
export async function trainRun(run: Run, engine: Engine, kernel: Kernel, options: RunOptions = {}): Promise<RunResult> {
  const start = performance.now();
  const { arm, seed } = run;
  const { configuration } = arm;
  const examples = await loadExamples(configuration.dataset, kernel, seed, options.source ?? NOWHERE);
  const planned = planRun(configuration, seed, kernel, examples, run.fold);
  const history = new HistoryBuilder();
  const probes: ProbeReading[] = [];
  let delivered = -Infinity;
  let readingsDelivered = 0;
  const flush = (isUrgent: boolean) => {
    const now = performance.now();
    if (!options.onPoints || (!isUrgent && now - delivered < DELIVERY)) return;
    const points = history.take();
    if (!points) return;
    options.onPoints(points, probes.slice(readingsDelivered));
    readingsDelivered = probes.length;
    delivered = now;
  };
  const breather = new Breather({ ...options, flush });
  const checkpoints = new Checkpoints(configuration.training.checkpoints);
  const rest: Partial<RunResult> = {};
  let trainer: Trainer | undefined;
  const train = async (): Promise<Ending> => {
    if (configuration.pretraining) {
      const pretrained = await pretrain(configuration, planned, engine, kernel, breather);
      planned.plan = { ...planned.plan, parameters: pretrained.parameters };
      rest.pretraining = pretrained.layers;
      if (pretrained.ending) return pretrained.ending;
    }
    trainer = await engine.create(planned.plan);
    const twin = (sameStart: boolean) => trainTwin({ run, planned, engine, kernel, ...options }, sameStart);
    const ending = await runCourse({ run, trainer, engine, kernel, planned, history, checkpoints, probes, breather, twin });
    if (ending.state === 'finished') Object.assign(rest, await ofTheEnd(trainer, planned, run));
    if (run.observe?.chance) rest.chance = chanceOf(planned, configuration, kernel);
    return ending;
  };
  try {
    const ending = await train().catch(endOfCancelled);
    const parameters = (await trainer?.parameters()) ?? [];
    flush(true);
    const points = history.all();
    const digest = runDigest(ending, points, parameters);
    return {
      arm: arm.label,
      seed,
      engine: engine.name,
      ending,
      history: points,
      digest,
      trainingTime: breather.trainingTime,
      totalTime: performance.now() - start - breather.heldTime,
      ...(options.keepParameters && { parameters }),
      ...(examples.title && { data: examples.title }),
      ...(configuration.training.checkpoints && { checkpoints: checkpoints.all }),
      ...(probes.length > 0 && { probes }),
      ...rest,
    };
  } finally {
    trainer?.dispose();
  }
}

function endOfCancelled(error: unknown): Ending {
  if (error instanceof Cancelled) return { state: 'cancelled' };
  throw error;
}

const NOWHERE: DataSource = { place: 'this place, which has no files', read: async () => undefined };

function chanceOf({ plan }: Plan, { network, training: { loss } }: Configuration, kernel: Kernel): number {
  const { y, examples } = plan.data.train;
  return bestConstantLoss({ y, examples, outputs: y.length / examples, loss, outputActivation: network.outputActivation }, kernel);
}
