/** `lab search FILE|ID`: search hyperparameters, and show what it took and what it found. */
import { availableParallelism } from 'node:os';
import { median } from 'simple-statistics';
import type { Interval } from '../../statistics/medianInterval.ts';
import { MOST_RUNS } from '../../experiments/spec/expand.ts';
import { SpecError } from '../../schema/problem.ts';
import { judgeSearch } from '../../search/results/judgeSearch.ts';
import { reportStrategies, reportTuned, type StrategyReport, type TunedArm } from '../../search/results/report.ts';
import type { Search } from '../../search/search.ts';
import type { SearchLog } from '../../search/run/drive.ts';
import type { Point } from '../../search/space/turn.ts';
import { describeJudgement } from '../output/judgementText.ts';
import { openKernel } from '../kernel.ts';
import { openLibrary } from '../library/library.ts';
import { runSearches, runsOfSearch } from '../training/runSearches.ts';
import { formatTable } from '../output/table.ts';
import { openPool } from '../training/train.ts';

export interface SearchCommand {
  file: string;
  /** Seeds 1 … seeds; defaults to the file's own number. */
  seeds: number | undefined;
  json: boolean;
}

/** Returns the exit code: 1 if nothing could be trained. */
export async function searchCommand({ file, seeds, json }: SearchCommand): Promise<number> {
  const written = openLibrary().searches.spec(file);
  const search = { ...written, seeds: seeds ?? written.seeds };
  const runs = runsOfSearch(search);
  if (runs > MOST_RUNS)
    throw new SpecError(file, [{ path: '--seeds', found: `${search.seeds}, which makes ${runs} runs`, allowed: `at most ${MOST_RUNS} runs` }]);
  const { kernel, hash } = await openKernel();
  const workers = availableParallelism();
  const pool = openPool(workers);
  const logs = await runSearches(search, { pool, workers, kernel }).finally(() => pool.close());
  const judgements = judgeSearch(search, logs);
  const tuned = search.strategies[0]!.name === 'tuned' ? reportTuned(logs[0]!) : undefined;
  const strategies = tuned ? [] : reportStrategies(search, logs);
  if (json) process.stdout.write(`${JSON.stringify({ search, kernel: hash, logs, ...(tuned ? { tuned } : { strategies }), judgements })}\n`);
  else {
    print(search, logs, strategies, tuned);
    for (const judgement of judgements) console.log(`\n${describeJudgement(judgement)}`);
  }
  return logs.every(({ trials }) => trials.every(({ values, problem }) => values.length === 0 || problem !== undefined)) ? 1 : 0;
}

function print(search: Search, logs: readonly SearchLog[], strategies: readonly StrategyReport[], tuned: readonly TunedArm[] | undefined): void {
  const { title, split, metric, folds, seeds } = search;
  const where = folds === undefined ? `${split} ${metric}` : `${split} ${metric}, mean of ${folds} folds`;
  console.log(`${title}\n${where}; ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}\n`);
  console.log(tuned ? tunedTable(tuned) : strategyTable(search, strategies));
  const problems = new Set(logs.flatMap(({ trials }) => trials.flatMap(({ problem }) => problem ?? [])));
  for (const problem of problems) console.log(`\nNot run: ${problem}`);
}

function strategyTable({ folds = 1, budget }: Search, reports: readonly StrategyReport[]): string {
  const unit = 'trials' in budget ? 'full trainings' : 'updates spent';
  const header = ['strategy', 'trials', 'folds', 'runs', unit, 'updates', 'examples', 'multiply-adds', 'best', 'best at equal budget', 'versus first'];
  const rows = reports.map(({ strategy, trials, runs, spent, work, best, bestAtEqualBudget, difference }) => [
    strategy,
    ...[trials, folds, runs, spent, work.updates, work.examples, work.multiplyAdds].map(format),
    middle(best),
    middle(bestAtEqualBudget),
    difference ? interval(difference) : '–',
  ]);
  const best = reports.flatMap(({ strategy, bestTrial }) =>
    bestTrial ? [`${strategy}: ${pointText(bestTrial.proposal.point)} (${format(bestTrial.value)})`] : [],
  );
  return [formatTable(header, rows), '', 'best of all seeds', ...best].join('\n');
}

function tunedTable(arms: readonly TunedArm[]): string {
  const rows = arms.map(({ arm, tuned, compared, difference, atTheEdge }) => [
    arm,
    pointText(tuned.proposal.point),
    format(tuned.value),
    middle(compared.values),
    difference ? interval(difference) : '–',
    atTheEdge.join(', ') || 'no',
  ]);
  return formatTable(['arm', 'best in tuning', 'in tuning', 'at other seeds', 'versus first', 'at the edge of the grid'], rows);
}

function pointText(point: Point): string {
  return Object.entries(point)
    .map(([path, value]) => `${path} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function interval({ median: middle, low, high }: Interval): string {
  return `${format(middle)} [${format(low)}, ${format(high)}]`;
}

function middle(values: readonly number[]): string {
  return values.length > 0 ? format(median([...values])) : '–';
}

function format(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : value > 0 ? '∞' : '-∞';
}
