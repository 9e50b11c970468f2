/** The learning rate of every update of a run, as a function that a chart, a probe and a table can ask. */
import { updatesPerEpoch } from '../../../engines/engine.ts';
import type { Libm } from '../../../kernel/libm.ts';
import type { Schedule } from '../../../nn/catalog.ts';
import { withDefaults } from '../../../nn/entry.ts';
import { warmUp } from '../../../nn/schedules/index.ts';
import { observePlateau, startPlateau, type PlateauState } from '../../../nn/schedules/plateau.ts';
import { scheduledRate } from '../../../nn/schedules/scheduledRate.ts';
import { givenLoss } from './givenLoss.ts';
import type { Run } from './setup.ts';

/** Updates in an epoch, and in all. */
export function lengthOf({ epochs, examples, batchSize }: Run): { stepsPerEpoch: number; totalSteps: number } {
  const stepsPerEpoch = updatesPerEpoch(examples, batchSize);
  return { stepsPerEpoch, totalSteps: epochs * stepsPerEpoch };
}

/** From an update, counted from 0, to its learning rate. */
export function ratesOf(schedule: Schedule, run: Run): (update: number) => number {
  const length = lengthOf(run);
  const moment = { ...length, learningRate: run.learningRate, math: MATH };
  const before = run.warmUp > 0 ? withDefaults(warmUp, { epochs: run.warmUp }) : undefined;
  const plateaus = schedule.name === 'reduceOnPlateau' ? plateausOf(schedule, run) : undefined;
  return (step) => {
    const plateau = plateaus?.[Math.floor(step / length.stepsPerEpoch)];
    return scheduledRate(schedule, { ...moment, step, ...(plateau && { plateau }) }, before);
  };
}

/** At most `most` updates, spread evenly, the first and the last among them. */
export function spreadUpdates(run: Run, most: number): number[] {
  const { totalSteps } = lengthOf(run);
  const count = Math.min(totalSteps, most);
  return Array.from({ length: count }, (_, index) => Math.min(totalSteps - 1, Math.floor((index * totalSteps) / Math.max(1, count - 1))));
}

/** What reduceOnPlateau knows during each epoch: it looks at the given loss after every one. */
function plateausOf(schedule: Schedule, { epochs, learningRate }: Run): PlateauState[] {
  const states = [startPlateau(learningRate)];
  for (let epoch = 1; epoch < epochs; epoch++) states.push(observePlateau(states.at(-1)!, givenLoss(epoch), schedule));
  return states;
}

/** A run takes these from the kernel. The page's own differ in the sixteenth digit, of which five are shown, and need not be fetched. */
const MATH: Libm = { exp: Math.exp, log: Math.log, sin: Math.sin, cos: Math.cos, tanh: Math.tanh, pow: Math.pow };
