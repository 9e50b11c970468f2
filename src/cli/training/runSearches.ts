/** Search with several strategies and seeds at a time, and show how far they are. */
import type { Pool } from '../../experiments/pool/pool.ts';
import { seedsUpTo } from '../../experiments/spec/expand.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { SearchLog } from '../../search/run/drive.ts';
import { plannedRuns } from '../../search/run/plannedRuns.ts';
import { poolRunner } from '../../search/run/poolRunner.ts';
import type { Search } from '../../search/search.ts';
import { startSearch } from '../../search/run/startSearch.ts';
import type { StrategyChoice } from '../../search/strategies/strategyChoice.ts';
import { startProgress } from '../output/progress.ts';

/** One strategy with one seed. */
export interface SearchPart {
  strategy: StrategyChoice;
  seed: number;
}

/** Strategy after strategy, each with every seed; a tuned comparison has its seeds inside. */
export function partsOf({ strategies, seeds }: Search): SearchPart[] {
  return strategies.flatMap((strategy) => (strategy.name === 'tuned' ? [1] : seedsUpTo(seeds)).map((seed) => ({ strategy, seed })));
}

export function runsOfSearch(search: Search): number {
  return search.strategies.reduce((sum, strategy) => sum + plannedRuns(search, strategy), 0);
}

export interface RunSearchOptions {
  pool: Pool;
  /** Of the pool. */
  workers: number;
  kernel: Kernel;
  /** Defaults to all. */
  parts?: readonly SearchPart[];
}

/** One log for each part, in their order. As many parts at a time as there are workers, for some strategies ask one candidate at a time. */
export async function runSearches(search: Search, { pool, workers, kernel, parts = partsOf(search) }: RunSearchOptions): Promise<SearchLog[]> {
  const logs: SearchLog[] = [];
  const runner = poolRunner(pool, 'fused', workers);
  const progress = startProgress(search.id);
  const total = Math.round((runsOfSearch(search) * parts.length) / partsOf(search).length);
  let done = 0;
  const onTrial = ({ values }: { values: readonly number[] }) => {
    done += values.length;
    // The plan is a guess where trials differ in cost.
    progress.report(Math.min(done, total - 1), total);
  };
  const queue = parts.entries();
  const work = async () => {
    for (const [index, part] of queue) logs[index] = await startSearch(search, { ...part, kernel, runner, onTrial }).done;
  };
  await Promise.all(Array.from({ length: workers }, work));
  progress.report(done, done);
  return logs;
}
