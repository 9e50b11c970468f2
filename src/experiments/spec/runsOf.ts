import type { Arm } from '../configuration/arm.ts';
import type { Observation, Run } from '../train/observation.ts';

/** Every arm with each of the seeds, seed by seed, so that paired runs come together. `observe`: as observe.ts says. */
export function runsOf(arms: readonly Arm[], seeds: readonly number[], observe: Observation | undefined): Run[] {
  return seeds.flatMap((seed) => arms.map((arm) => ({ arm, seed, ...(observe && { observe }) })));
}
