/** How long runs take, in the terms of experiments/estimate.ts: seconds on one core of a common laptop. */
import { estimateSeconds } from '../experiments/estimate.ts';
import { arms as armsOf } from '../experiments/expand.ts';
import type { Arm, Experiment, RunResult } from '../experiments/types.ts';

/** All arms of an experiment, with one seed. */
export function secondsPerSeed(experiment: Experiment): number {
  return armsOf(experiment).reduce((sum, { configuration }) => sum + estimateSeconds(configuration), 0);
}

/** Of runs that used up their budget: what was estimated for them, and what they took. */
export function compareTimes(arms: readonly Arm[], results: readonly RunResult[]): { estimated: number; measured: number } {
  const estimates = new Map(arms.map(({ label, configuration }) => [label, estimateSeconds(configuration)]));
  const whole = results.filter(({ ending }) => ending.state === 'finished' && !ending.earlyStopping?.stopped);
  return {
    estimated: whole.reduce((sum, { arm }) => sum + (estimates.get(arm) ?? 0), 0),
    measured: whole.reduce((sum, { totalTime }) => sum + totalTime / 1000, 0),
  };
}
