/** The learning rate of every update of a run. */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { observePlateau, startPlateau } from '../../nn/schedules/plateau.ts';
import { scheduledRates } from '../../nn/schedules/scheduledRate.ts';
import type { Plan } from '../plan/plan.ts';
import type { Configuration } from '../configuration/configuration.ts';

export interface Rates {
  /** Of `count` updates after the first `step`; undefined if the optimizer's own is used throughout. */
  next(step: number, count: number): Float64Array | undefined;
  /** Of the update after the first `step`. */
  at(step: number): number;
  /** After each epoch: the value that reduceOnPlateau watches. */
  observe(value: number): void;
}

export function createRates({ training }: Configuration, { updates, updatesPerEpoch }: Plan, kernel: Kernel): Rates {
  const learningRate = Number(training.optimizer.learningRate);
  const { schedule, warmUp } = training;
  if (!schedule && !warmUp) return { next: () => undefined, at: () => learningRate, observe: () => undefined };
  const chosen = schedule ?? { name: 'constant' };
  const math = libm(kernel);
  const before = warmUp && { name: 'warmUp', ...warmUp };
  let plateau = startPlateau(learningRate);
  const next = (step: number, count: number) =>
    scheduledRates(chosen, { step, totalSteps: updates, stepsPerEpoch: updatesPerEpoch, learningRate, math, plateau }, count, before);
  return {
    next,
    at: (step) => next(step, 1)[0]!,
    observe(value) {
      if (chosen.name === 'reduceOnPlateau') plateau = observePlateau(plateau, value, chosen);
    },
  };
}
