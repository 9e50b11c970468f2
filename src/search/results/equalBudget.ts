/** What strategies that spent unequally have found once they have spent the same. */
import type { Search } from '../search.ts';
import type { SearchLog } from '../run/drive.ts';
import { bestOf, spent, trialsWithin } from '../run/trace.ts';
import type { Trial } from '../run/trial.ts';

/** The best trial of a log with what the thriftiest strategy spent in that seed. */
export function chosenAtEqualBudget(search: Search, logs: readonly SearchLog[]): (log: SearchLog) => Trial | undefined {
  const equal = new Map<number, number>();
  for (const { seed, trials } of logs) equal.set(seed, Math.min(equal.get(seed) ?? Infinity, spent(search, trials)));
  return ({ seed, trials }) => bestOf(trialsWithin(search, trials, equal.get(seed)!));
}
