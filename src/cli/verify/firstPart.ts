/**
 * The beginning of a run that takes too long to be trained whole every day: its first epoch, or what comes before the first point of its history, which is that of the whole run, update by update, as
 * long as nothing in it depends on how long it will last. What it comes to stands in the curve that is recorded of seed 1.
 */
import { estimateSeconds } from '../../experiments/plan/estimate.ts';
import { columnOf } from '../../experiments/train/history.ts';
import { roundToSingle } from '../../experiments/record/roundToSingle.ts';
import type { Recording } from '../../experiments/record/recording.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { MOST_SECONDS } from './sample.ts';

/** Undefined where the run takes no more than `most` seconds, or where its first epoch cannot be had by itself. */
export function firstPart(run: Run, { history }: Pick<Experiment, 'history'>, most = MOST_SECONDS): Run | undefined {
  const { configuration } = run.arm;
  const { training, pretraining } = configuration;
  if (estimateSeconds(configuration, history?.every) <= most) return undefined;
  const watchesTheEnd = training.schedule ?? training.warmUp ?? training.earlyStopping ?? training.averaging ?? pretraining;
  if (run.seed !== 1 || watchesTheEnd) return undefined;
  const { epochs = 0, ...rest } = training;
  if (epochs < 2) return undefined;
  const first = history ? { ...rest, updates: history.every } : { ...rest, epochs: 1 };
  const { metrics } = run.observe ?? {};
  return {
    seed: run.seed,
    arm: { ...run.arm, configuration: { ...configuration, training: first } },
    ...(metrics && { observe: { metrics } }),
  };
}

/** What is wrong with a first part that was trained, if anything. */
export function firstPartDifference({ show }: Pick<Experiment, 'show'>, { arms }: Recording, result: RunResult): string | undefined {
  const name = `${result.arm}, seed ${result.seed}, first epoch`;
  const step = result.history.step.at(-1);
  const curve = arms.find(({ label }) => label === result.arm)?.curve;
  const place = step === undefined ? -1 : (curve?.step.indexOf(step) ?? -1);
  const made = columnOf(result.history, show.split, show.metric)?.at(-1);
  if (result.ending.state !== 'finished' || made === undefined) return `${name} ends as ${result.ending.state}`;
  const recorded = curve?.first[place];
  if (recorded === undefined) return `${name} is not in the recorded curve`;
  return roundToSingle(made) === recorded ? undefined : `${name} gives ${roundToSingle(made)}, recorded is ${recorded}`;
}
