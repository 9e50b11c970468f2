/** A number (or a few words) from the recording of a search, formatted for prose. See RecordedSearch.astro for the author's view. */
import { median } from 'simple-statistics';
import { findMetric } from '../experiments/configuration/metrics.ts';
import type { Judgement } from '../experiments/verdicts/verdict.ts';
import type { Json } from '../schema/json.ts';
import { axisTitle } from '../figures/data/adapter.ts';
import { formatCount, formatNumber, formatValue } from '../words/format.ts';
import { chosenAtEqualBudget } from '../search/results/equalBudget.ts';
import { importanceOf } from '../search/results/importance.ts';
import { namesOf } from '../search/comparedNames.ts';
import { nameOf } from '../search/names.ts';
import { recordedLogs } from '../search/results/searchRecording.ts';
import { bestOf } from '../search/run/trace.ts';
import { meanOf, type Trial } from '../search/run/trial.ts';
import type { PublishedSearch } from './publishedSearch.ts';

const FACTS = ['found', 'test', 'trials', 'settings', 'runs', 'updates', 'multiplyAdds', 'chosen', 'chosenIn', 'importance'] as const;
const VERDICTS = ['agree', 'against', 'outcome', 'effect', 'interval', 'seeds'] as const;

/** Nothing checks the types of MDX, so names arrive as plain text and are checked here. */
export interface SearchRequest {
  /** Number of the verdict, counted from 1. */
  verdict?: number;
  as?: string;
  /** A strategy, or an arm of a tuned comparison; the only one, or the first, if absent. */
  of?: string;
  fact?: string;
  /** A path or name of the space. */
  path?: string;
  value?: Json;
  digits?: number;
}

/** Throws, saying what there is, on an unknown strategy, fact, path or verdict. */
export function recordedSearch({ search, recording }: PublishedSearch, request: SearchRequest): string {
  const fail = (problem: string) => new Error(`<RecordedSearch search="${search.id}">: ${problem}`);
  const oneOf = <Name extends string>(key: string, allowed: readonly Name[], found: string | undefined): Name => {
    const name = allowed.find((candidate) => candidate === found);
    if (name === undefined) throw fail(`${key} "${found}" is not there; there is: ${allowed.join(', ')}.`);
    return name;
  };
  const format = (value: number) => formatNumber(value, request.digits ?? 3);
  if (request.verdict !== undefined) {
    const numbers = recording.judgements.map((_, index) => String(index + 1));
    const judgement = recording.judgements[Number(oneOf('verdict', numbers, String(request.verdict))) - 1]!;
    return verdictText(judgement, oneOf('as', VERDICTS, request.as ?? 'agree'), format, fail);
  }
  const fact = oneOf('fact', FACTS, request.fact);
  const path = () =>
    oneOf(
      'path',
      search.space.map((dimension) => dimension.path),
      request.path,
    );
  const logs = recordedLogs(search, recording);
  if (fact === 'importance') {
    const share = importanceOf(search, logs)?.find((one) => one.path === path())?.share;
    if (share === undefined) throw fail('importance is told of grids and random search alone.');
    return `${Math.round(100 * share)} %`;
  }
  const of = oneOf('of', namesOf(search), request.of ?? namesOf(search)[0]);
  const tuned = search.strategies[0]!.name === 'tuned';
  const own = tuned ? logs : logs.filter(({ strategy }) => nameOf(strategy, search.strategies) === of);
  const chosen = tuned ? [own[0]!.trials.findLast(({ proposal }) => proposal.arm === of)!] : own.flatMap((log) => chosenAtEqualBudget(search, logs)(log) ?? []);
  const overSeeds = (count: (trials: readonly Trial[]) => number) => formatCount(Math.round(median(own.map(({ trials }) => count(trials)))));
  const sum = (trials: readonly Trial[], part: (trial: Trial) => number) => trials.reduce((total, trial) => total + part(trial), 0);
  switch (fact) {
    case 'found':
      return format(median(tuned ? [...chosen[0]!.values] : chosen.map(({ value }) => value)));
    case 'test':
      if (chosen.some(({ tests }) => !tests)) throw fail('there is no test split.');
      return format(median(tuned ? [...chosen[0]!.tests!] : chosen.map(({ tests }) => meanOf(tests!))));
    case 'trials':
      return overSeeds((trials) => trials.length);
    case 'settings':
      return overSeeds((trials) => new Set(trials.map(({ proposal }) => JSON.stringify(proposal.point))).size);
    case 'runs':
      return overSeeds((trials) => sum(trials, ({ values }) => values.length));
    case 'updates':
    case 'multiplyAdds':
      return overSeeds((trials) => sum(trials, ({ work }) => work[fact]));
    case 'chosen':
      return formatValue(oneValue(chosen, path(), fail));
    case 'chosenIn':
      return choiceCount(
        own.flatMap(({ trials }) => bestOf(trials) ?? []),
        path(),
        request.value,
        search.metric,
        fail,
      );
  }
}

/** Of a tuned comparison, whose arms choose once. */
function oneValue(chosen: readonly Trial[], path: string, fail: (problem: string) => Error): Json {
  const values = new Set(chosen.map(({ proposal }) => JSON.stringify(proposal.point[path])));
  if (values.size !== 1) throw fail(`${axisTitle(path)} was not chosen alike by all seeds; ask chosenIn for the number of seeds that chose a value.`);
  return chosen[0]!.proposal.point[path]!;
}

/** "6 of 10": seeds whose best has the value. */
function choiceCount(chosen: readonly Trial[], path: string, value: Json | undefined, metric: string, fail: (problem: string) => Error): string {
  const tried = [...new Set(chosen.map(({ proposal }) => JSON.stringify(proposal.point[path] ?? null)))];
  if (value === undefined) throw fail(`value is needed: a value of ${path}; chosen by ${findMetric(metric).title} were ${tried.join(', ')}.`);
  return `${chosen.filter(({ proposal }) => JSON.stringify(proposal.point[path] ?? null) === JSON.stringify(value)).length} of ${chosen.length}`;
}

function verdictText(
  { agree, against, seeds, outcome, effect }: Judgement,
  as: (typeof VERDICTS)[number],
  format: (value: number) => string,
  fail: (problem: string) => Error,
): string {
  const finite = (value: number | null) => {
    if (value === null) throw fail('the effect is not a finite number, because runs diverged.');
    return format(value);
  };
  switch (as) {
    case 'agree':
      return `${agree} of ${seeds}`;
    case 'against':
      return `${against} of ${seeds}`;
    case 'outcome':
      return outcome;
    case 'seeds':
      return String(seeds);
    case 'effect':
      return finite(effect.median);
    case 'interval':
      return `${finite(effect.low)} to ${finite(effect.high)}`;
  }
}
