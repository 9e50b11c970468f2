/** Experiment → runs: what its arms and its verdicts ask for. Apart from runsOf.ts, because verdicts bring the schemas of their kinds along. */
import type { Run } from '../train/observation.ts';
import type { Experiment } from './experiment.ts';
import { observationOf } from './observe.ts';
import { runsOf } from './runsOf.ts';

export { MOST_RUNS } from '../configuration/limits.ts';

/** Every arm with each of the seeds, seed by seed, so that paired runs come together. */
export function expand(experiment: Experiment, seeds: readonly number[]): Run[] {
  return runsOf(experiment.arms, seeds, observationOf(experiment));
}

/** Seeds 1 … count. */
export function seedsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
