/** What searches come to: per strategy what was tried, what it cost and what was best, and how strategies compare at an equal budget. */
import { median } from 'simple-statistics';
import { FEWEST_SEEDS, medianInterval, type Interval } from '../../statistics/medianInterval.ts';
import { NO_WORK, WORK_UNITS, type Work } from '../../experiments/plan/work.ts';
import { chosenAtEqualBudget } from './equalBudget.ts';
import type { Search } from '../search.ts';
import type { SearchLog } from '../run/drive.ts';
import type { StrategyChoice, StrategyName } from '../strategies/strategyChoice.ts';
import { bestOf, spent, workOf } from '../run/trace.ts';
import type { Trial } from '../run/trial.ts';
import { keyOf } from '../space/turn.ts';

export interface StrategyReport {
  strategy: StrategyName;
  /** Medians over seeds. */
  trials: number;
  runs: number;
  /** In the unit of the budget. */
  spent: number;
  work: Work;
  /** The best value of each seed, with all of its trials. */
  best: number[];
  /** The best value of each seed, with what the thriftiest strategy spent in that seed. */
  bestAtEqualBudget: number[];
  /** The best trial of all seeds. */
  bestTrial: Trial | undefined;
  /** Per seed, best at equal budget minus that of the first strategy; median with a 98 % interval. Undefined for the first, and with few seeds. */
  difference?: Interval;
  /** Trials that could not be run, or not wholly. */
  problems: number;
}

/** `logs`: every strategy with every seed. */
export function reportStrategies(search: Search, logs: readonly SearchLog[]): StrategyReport[] {
  const chosen = chosenAtEqualBudget(search, logs);
  const bestWithin = (log: SearchLog) => chosen(log)?.value;
  const strategies = [...new Set(logs.map(({ strategy }) => strategy))];
  const [first, ...others] = strategies.map((strategy) => reportOne(search, strategy, logs, bestWithin));
  if (!first) return [];
  return [
    first,
    ...others.map((report) => {
      const differences = report.bestAtEqualBudget.map((value, i) => value - first.bestAtEqualBudget[i]!);
      const usable = differences.length >= FEWEST_SEEDS && differences.every(Number.isFinite);
      return usable ? { ...report, difference: medianInterval(differences) } : report;
    }),
  ];
}

function reportOne(search: Search, strategy: StrategyChoice, logs: readonly SearchLog[], bestWithin: (log: SearchLog) => number | undefined): StrategyReport {
  const own = logs.filter((log) => log.strategy === strategy);
  const over = (of: (log: SearchLog) => number) => (own.length > 0 ? median(own.map(of)) : 0);
  const work = { ...NO_WORK };
  for (const unit of WORK_UNITS) work[unit] = over(({ trials }) => workOf(trials)[unit]);
  return {
    strategy: strategy.name,
    trials: over(({ trials }) => trials.length),
    runs: over(({ trials }) => trials.reduce((sum, { values }) => sum + values.length, 0)),
    spent: over(({ trials }) => spent(search, trials)),
    work,
    best: own.flatMap(({ trials }) => bestOf(trials)?.value ?? []),
    bestAtEqualBudget: own.flatMap((log) => bestWithin(log) ?? []),
    bestTrial: bestOf(own.flatMap(({ trials }) => bestOf(trials) ?? [])),
    problems: own.reduce((sum, { trials }) => sum + trials.filter(({ problem }) => problem !== undefined).length, 0),
  };
}

export interface TunedArm {
  arm: string;
  /** Its best in tuning, and how good it was there. */
  tuned: Trial;
  /** Paths whose best value is the first or last that was tried: the best may lie beyond. */
  atTheEdge: string[];
  /** At the seeds of the comparison. */
  compared: Trial;
  /** Per seed, this arm minus the first; median with a 98 % interval. Undefined for the first, and with few seeds. */
  difference?: Interval;
}

/** Undefined if the comparison was not done to its end. */
export function reportTuned({ trials }: SearchLog): TunedArm[] | undefined {
  const names = [...new Set(trials.map(({ proposal }) => proposal.arm!))];
  const tuning = trials.slice(0, -names.length);
  const compared = trials.slice(-names.length);
  if (tuning.length === 0 || tuning.length % names.length > 0 || compared.some(({ proposal }, i) => proposal.arm !== names[i])) return undefined;
  return names.map((arm, i) => {
    const tried = tuning.filter(({ proposal }) => proposal.arm === arm);
    const tuned = tried.find(({ proposal }) => keyOf(proposal.point) === keyOf(compared[i]!.proposal.point))!;
    const differences = compared[i]!.values.map((value, seed) => value - compared[0]!.values[seed]!);
    const usable = i > 0 && differences.length >= FEWEST_SEEDS && differences.every(Number.isFinite);
    return { arm, tuned, atTheEdge: edges(tried, tuned), compared: compared[i]!, ...(usable && { difference: medianInterval(differences) }) };
  });
}

/** Numbers only: a list of names has no ends. */
function edges(tried: readonly Trial[], { proposal }: Trial): string[] {
  return Object.keys(proposal.point).filter((path) => {
    const values = tried.map((trial) => trial.proposal.point[path]);
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length < values.length || new Set(numbers).size < 2) return false;
    return proposal.point[path] === Math.min(...numbers) || proposal.point[path] === Math.max(...numbers);
  });
}
