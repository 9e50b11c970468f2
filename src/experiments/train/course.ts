/**
 * The course of one training, from point 0 to its end.
 *
 *   point 0 ──▶ slice ─▶ slice ─▶ … a point is due: evaluate ──▶ … budget spent: last point ──▶ finished
 *                 │                      └ an epoch ended: schedule, checkpoints, early stopping ──▶ finished early
 *                 │ breathe between slices: held? wait; cancelled?  ─▶ throws Cancelled
 *                 └ a loss that is not finite           ─▶ diverged at step n
 */
import type { Engine, Trainer } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Breather } from './breather.ts';
import { examplesSeen } from '../configuration/budget.ts';
import type { Checkpoints } from './checkpoints.ts';
import { EarlyStopping, watched, watchOf } from './earlyStopping.ts';
import { evaluateRun } from '../measure/evaluation.ts';
import { historyOf, type HistoryBuilder } from './history.ts';
import type { Plan } from '../plan/plan.ts';
import { Prober, type ProberOptions } from '../probes/prober.ts';
import type { ProbeReading } from '../probes/reading.ts';
import { createRates, type Rates } from './rates.ts';
import { USUAL_SIZE } from '../configuration/scaleRemark.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Ending, History } from './result.ts';
import type { Run } from './observation.ts';

export interface Course {
  run: Run;
  trainer: Trainer;
  engine: Engine;
  kernel: Kernel;
  planned: Plan;
  /** Gets a point each time one is due. */
  history: HistoryBuilder;
  checkpoints: Checkpoints;
  /** Gets the readings. */
  probes: ProbeReading[];
  breather: Breather;
  /** Trains the run again, otherwise; for probes. */
  twin?: ProberOptions['twin'];
}

/** Leaves `trainer` with the final parameters. Throws Cancelled. */
export async function runCourse(course: Course): Promise<Ending> {
  const { run, engine, kernel, planned, checkpoints, probes, breather, twin } = course;
  const specs = run.observe?.probes ?? [];
  const looks = { checkpoints: () => checkpoints.all, readings: probes, pause: () => breather.pause(), ...(twin && { twin }) };
  const options = { specs, engine, kernel, plan: planned, ...looks };
  const prober = specs.length > 0 ? await Prober.open(options) : undefined;
  try {
    return await trainToTheEnd(course, prober);
  } finally {
    prober?.dispose();
  }
}

async function trainToTheEnd(course: Course, prober: Prober | undefined): Promise<Ending> {
  const { run, trainer, kernel, planned, history, checkpoints, breather } = course;
  const { configuration } = run.arm;
  const { updates, updatesPerEpoch } = planned;
  const rates = createRates(configuration, planned, kernel);
  const spec = configuration.training.earlyStopping;
  const stopping = spec && new EarlyStopping(spec);
  const wanted = [...wantedMetrics(run)];
  const periods = pointPeriods(run, updatesPerEpoch);
  const watch = watchOf(planned);
  const look = () => lookNow(course, wanted, rates);
  const finish = async (): Promise<Ending> => {
    const best = stopping?.restored;
    if (best) await trainer.setParameters(best);
    await prober?.read(trainer, { step: trainer.step, epoch: epochAt(trainer.step, planned), end: true });
    const outcome = stopping?.outcome();
    return { state: 'finished', ...(outcome && { earlyStopping: outcome }) };
  };
  for (;;) {
    const { step } = trainer;
    breather.step = step;
    if (step >= updates || periods.some((period) => step % period === 0)) {
      const epoch = epochAt(step, planned);
      const evaluations = await evaluateRun(trainer, planned, wanted, rates.at(Math.max(0, step - 1)), kernel);
      if (!evaluations) return diverged(step, rates, planned);
      history.add({ step, epoch, evaluations });
      if (step > 0 && step % updatesPerEpoch === 0) {
        rates.observe(watched(evaluations, watch));
        await checkpoints.observe(epoch, watched(evaluations, watch), trainer);
        if (await stopping?.observe(epoch, step, evaluations, () => trainer.parameters())) return finish();
      }
      if (step >= updates) return finish();
      await prober?.read(trainer, { step, epoch, end: false });
    }
    await breather.pause(look);
    let next = updates;
    for (const period of periods) next = Math.min(next, (Math.floor(step / period) + 1) * period);
    const most = Math.min(next - step, MOST_RATES, breather.allowance);
    await breather.train(trainer, prober?.measuresNextUpdate ? 1 : most, (count) => rates.next(step, count));
    if (trainer.divergedAt !== undefined) return diverged(trainer.divergedAt, rates, planned);
    await prober?.updated(trainer);
  }
}

/** How the network does at a moment that is no point of its history. Looking changes nothing. */
async function lookNow({ trainer, kernel, planned, history }: Course, wanted: readonly string[], rates: Rates): Promise<History | undefined> {
  const { step } = trainer;
  const evaluations = history.endsAt(step) ? undefined : await evaluateRun(trainer, planned, wanted, rates.at(Math.max(0, step - 1)), kernel);
  return evaluations && historyOf([{ step, epoch: epochAt(step, planned), evaluations }]);
}

/** Updates in one call, so that their learning rates stay a small array. */
const MOST_RATES = 100_000;

function epochAt(step: number, { plan }: Plan): number {
  const trained = plan.data.train.examples;
  return examplesSeen(step, trained, plan.training.batchSize) / trained;
}

function wantedMetrics({ arm, observe }: Run): Set<string> {
  const { earlyStopping, schedule, warmUp } = arm.configuration.training;
  return new Set([...(observe?.metrics ?? []), ...(earlyStopping ? [earlyStopping.metric] : []), ...((schedule ?? warmUp) ? ['learningRate'] : [])]);
}

/** Updates from point to point: all multiples of each are points. */
function pointPeriods({ arm, observe }: Run, perEpoch: number): number[] {
  const every = observe?.every;
  if (every === undefined) return [perEpoch];
  const intervals = Prober.intervals(observe?.probes ?? []).map((epochs) => epochs * perEpoch);
  return [every, ...intervals, ...(watchesEpochs(arm.configuration) ? [perEpoch] : [])];
}

function watchesEpochs({ training: { schedule, earlyStopping, checkpoints } }: Configuration): boolean {
  return schedule?.name === 'reduceOnPlateau' || earlyStopping !== undefined || checkpoints !== undefined;
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function diverged(step: number, rates: Rates, { plan }: Plan): Ending {
  const rate = rates.at(Math.max(0, step - 1));
  const { x, y } = plan.data.train;
  // What is likely, the likeliest first.
  const sizes = (['features', 'labels'] as const).map((name) => ({
    name,
    size: largest(name === 'labels' ? y : 'codes' in x ? x.values : x),
  }));
  const far = sizes.filter(({ size }) => size > USUAL_SIZE);
  const scale = far.map(
    ({ name, size }) => `The ${name} go up to ${size.toLocaleString('en', { maximumSignificantDigits: 4 })}, far from zero: scale them (standardize). `,
  );
  const explanation =
    `Diverged at step ${step.toLocaleString('en')}: the loss was no longer a finite number. ` +
    `Each step overshot the minimum by more than the one before, until the parameters outgrew what a 32-bit float can hold. ` +
    `${scale.join('')}The learning rate is ${rate.toLocaleString('en', { maximumSignificantDigits: 4 })}; try a smaller one.`;
  return { state: 'diverged', step, explanation };
}
