/**
 * What `lab record` writes to content/recordings/searches/<id>.json and the site reads at build: every trial of every seed, to the
 * last bit, so that what was judged, drawn and said of a search can be made anew from it. Lists instead of objects keep it small.
 */
import { jsonDigest } from '../../experiments/train/digest.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import type { Origin } from '../../experiments/record/staleness.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import type { Json } from '../../schema/json.ts';
import { WORK_UNITS, type Work } from '../../experiments/plan/work.ts';
import type { SearchLog } from '../run/drive.ts';
import { judgeSearch } from './judgeSearch.ts';
import { nameOf } from '../names.ts';
import type { Search } from '../search.ts';
import { meanOf, type Trial } from '../run/trial.ts';

export interface SearchRecording {
  /** Format of the file. */
  version: 2;
  search: string;
  /** SHA-256 of the explicit search as JSON with sorted keys, first 16 hex digits. */
  spec: string;
  /** Name of the kernel: SHA-256 of the bytes of the build that first computed these numbers, first 16 hex digits. */
  kernel: string;
  logs: LogRecording[];
  judgements: Judgement[];
}

/** One strategy with one seed; all lists are trial by trial, in the order in which they were proposed. */
export interface LogRecording {
  strategy: string;
  seed: number;
  /** Of all proposals and all runs: the same digest, the same bits. */
  digest: string;
  /** Values in the order of the search's space. */
  points: Json[][];
  /** Where not all trials had the whole training budget: the share of each. */
  shares?: number[];
  /** Of a tuned comparison. */
  arms?: string[];
  seeds?: number[][];
  /** Run by run: each seed with each fold. null: the worst there is, for a run that diverged or could not be done. */
  values: (number | null)[][];
  tests?: (number | null)[][];
  /** Epochs, updates, examples and multiply-adds of each trial. */
  spent: number[][];
  /** Place of a trial → why it could not be run, or not wholly. */
  problems?: Record<string, string>;
}

export function originOfSearch({ search, spec, kernel }: SearchRecording): Origin {
  return { id: search, spec, kernel };
}

/** `logs`: every strategy with every seed. `kernelName` names the kernel that they were made with. */
export function makeSearchRecording(search: Search, logs: readonly SearchLog[], kernelName: string): SearchRecording {
  return {
    ...{ version: 2, search: search.id, spec: jsonDigest(search), kernel: kernelName },
    logs: logs.map((log) => recordLog(search, log)),
    judgements: judgeSearch(search, logs),
  };
}

export function recordLog(search: Search, log: SearchLog): LogRecording {
  const { strategy, seed, trials } = log;
  const finite = (values: readonly number[]) => values.map((value) => (Number.isFinite(value) ? value : null));
  const problems = trials.flatMap(({ problem }, place) => (problem === undefined ? [] : [[String(place), problem] as const]));
  return {
    ...{ strategy: nameOf(strategy, search.strategies), seed, digest: logDigest(search, log) },
    points: trials.map(({ proposal }) => pointOf(search, proposal.point)),
    ...(trials.some(({ proposal }) => proposal.share !== 1) && { shares: trials.map(({ proposal }) => proposal.share) }),
    ...(trials.some(({ proposal }) => proposal.arm !== undefined) && { arms: trials.map(({ proposal }) => proposal.arm!) }),
    ...(trials.some(({ proposal }) => proposal.seeds) && { seeds: trials.map(({ proposal }) => [...proposal.seeds!]) }),
    values: trials.map(({ values }) => finite(values)),
    ...(trials.some(({ tests }) => tests) && { tests: trials.map(({ tests = [] }) => finite(tests)) }),
    spent: trials.map(({ work }) => WORK_UNITS.map((unit) => work[unit])),
    ...(problems.length > 0 && { problems: Object.fromEntries(problems) }),
  };
}

/** The same for the same proposals and the same runs, bit for bit. */
export function logDigest(search: Search, { trials }: Pick<SearchLog, 'trials'>): string {
  return jsonDigest(trials.map(({ proposal, digests }) => [pointOf(search, proposal.point), proposal.share, proposal.arm ?? null, digests]));
}

/** The logs from which a recording was made; only how long they took, and the digests of single runs, are not in it. */
export function recordedLogs(search: Search, { logs }: Pick<SearchRecording, 'logs'>): SearchLog[] {
  return logs.flatMap((log): SearchLog[] => {
    const strategy = search.strategies.find((one) => nameOf(one, search.strategies) === log.strategy);
    return strategy ? [{ strategy, seed: log.seed, cancelled: false, trials: log.points.map((_, place) => recordedTrial(search, log, place)) }] : [];
  });
}

function recordedTrial({ metric, space }: Search, log: LogRecording, place: number): Trial {
  const { better } = findMetric(metric);
  const worst = better === 'low' ? Infinity : -Infinity;
  const numbers = (values: readonly (number | null)[]) => values.map((value) => value ?? worst);
  const [values, tests, problem] = [numbers(log.values[place]!), log.tests?.[place], log.problems?.[place]];
  const value = values.length > 0 ? meanOf(values) : worst;
  return {
    proposal: {
      point: Object.fromEntries(space.map(({ path }, i) => [path, log.points[place]![i] ?? null] as const).filter(([, one]) => one !== null)),
      share: log.shares?.[place] ?? 1,
      ...(log.arms && { arm: log.arms[place]! }),
      ...(log.seeds && { seeds: log.seeds[place]! }),
    },
    ...{ values, value, score: better === 'low' ? value : -value },
    ...(tests && { tests: numbers(tests) }),
    digests: [],
    work: Object.fromEntries(WORK_UNITS.map((unit, i) => [unit, log.spent[place]![i]!])) as Work,
    trainingTime: 0,
    ...(problem !== undefined && { problem }),
  };
}

/** What a greedy search has not come to yet stands as in the base configuration: null. */
function pointOf({ space }: Search, point: Record<string, Json>): Json[] {
  return space.map(({ path }) => point[path] ?? null);
}
