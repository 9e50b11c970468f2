/** Whether an experiment is exact: nothing in it is random, so that every seed gives the same run. Its seeds are then one observation, not many. */
import type { Recording } from './recording.ts';

export function isExact({ arms }: Pick<Recording, 'arms'>): boolean {
  return arms.every(({ runs }) => runs.length > 1 && runs.every(({ digest }) => digest === runs[0]!.digest));
}
