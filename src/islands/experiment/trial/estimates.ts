/** What runs were estimated to take, in the terms of experiments/estimate.ts, and what they took. */
import { estimateSeconds } from '../../../experiments/plan/estimate.ts';
import type { Arm } from '../../../experiments/configuration/arm.ts';
import type { RunResult } from '../../../experiments/train/result.ts';

/** Of runs that used up their budget. `every`: updates from point to point of their histories, if not those of an epoch. */
export function compareTimes(arms: readonly Arm[], results: readonly RunResult[], every?: number): { estimated: number; measured: number } {
  const estimates = new Map(arms.map(({ label, configuration }) => [label, estimateSeconds(configuration, every)]));
  const whole = results.filter(({ ending }) => ending.state === 'finished' && !ending.earlyStopping?.stopped);
  return {
    estimated: whole.reduce((sum, { arm }) => sum + (estimates.get(arm) ?? 0), 0),
    measured: whole.reduce((sum, { totalTime }) => sum + totalTime / 1000, 0),
  };
}
