/** What the island of a search does once the reader shows intent. Loaded by SearchIsland.tsx; everything heavy hangs on this file. */
import { readFrom } from '../../faults/askFor.ts';
import { explain } from '../../faults/explain.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import type { Problem } from '../../schema/problem.ts';
import { dimensionTitle, fromSearch } from '../../figures/search/searchAdapter.ts';
import { formatNumber } from '../../words/format.ts';
import { hasSimd } from '../../kernel/simd.ts';
import { drive, type SearchJob, type SearchLog } from '../../search/run/drive.ts';
import { importanceOf } from '../../search/results/importance.ts';
import { nameOf } from '../../search/names.ts';
import { plannedRuns } from '../../search/run/plannedRuns.ts';
import { poolRunner } from '../../search/run/runner.ts';
import type { Search } from '../../search/search.ts';
import { chosenSearch, publishedChoice, type SearchChoice } from '../../search/change/searchChoice.ts';
import { decodeSearchHash, encodeSearchHash } from '../../search/change/shareSearch.ts';
import type { Origin } from '../../export/request.ts';
import type { StrategyChoice } from '../../search/strategies/strategyChoice.ts';
import { pagePool, poolSize } from '../workers/pagePool.ts';
import { openLiveSearchFigures, type LiveSearchFigures } from './liveSearchFigures.ts';
import { remoteSearch } from './remoteSearch.ts';
import { describeRefusal } from '../experiment/draft/settingText.ts';
import type { SearchIslandData, SearchPublication } from './searchIslandData.ts';
import { searchReport } from './searchReport.ts';
import { searchRunner } from './searchRunner.ts';
import { SearchResult } from './SearchResult.tsx';
import type { SearchState } from './searchState.ts';

export interface SearchSession {
  run(): Promise<void>;
  cancel(): void;
  /** Back to the recorded search. */
  clear(): void;
  followLink(hash: string): void;
  /** The reader's version as the hash of a link. */
  hash(): string;
  isAsPublished(): boolean;
  /** The search as the reader has it now, or why there is none. */
  chosen(): { search: Search } | { problems: string[] };
  /** What the search on screen came to; undefined where none is. */
  found(): { search: Search; logs: SearchLog[] } | undefined;
  /** What files say of where they come from. */
  origin(): Origin;
  readonly publication: SearchPublication;
}

export async function openSearchSession(url: string, state: SearchState, live: HTMLElement): Promise<SearchSession> {
  const data = await readFrom(url, (response) => response.json() as Promise<SearchIslandData>);
  state.view.value = SearchResult;
  const pool = pagePool();
  pool.warm();
  // Fetched now, needed when the first search is judged.
  let job: SearchJob | undefined;
  let stopped = false;
  const isStopped = () => stopped;
  let found: { search: Search; logs: SearchLog[] } | undefined;
  let figures: LiveSearchFigures | undefined;

  async function run() {
    if (state.phase.value === 'running') return;
    const changed = chosenSearch(data.search, state.choice.value);
    if ('problems' in changed) {
      state.notices.value = changed.problems.map(describeProblem);
      return;
    }
    const { search, modified } = changed;
    stopped = false;
    found = undefined;
    const logs = search.strategies.map((strategy): SearchLog => ({ strategy, seed: state.seed.value, trials: [], cancelled: false }));
    const shown = () => logs.filter(({ trials }) => trials.length > 0);
    const figureData = () =>
      shown().length === 0
        ? undefined
        : fromSearch(
            search,
            shown().map(({ strategy, seed, trials }) => ({ name: nameOf(strategy, search.strategies), seed, trials })),
            { better: findMetric(search.metric).better, importance: importanceOf(search, shown()) },
          );
    figures?.stop();
    const painter = (figures = openLiveSearchFigures(live, search, figureData, () => (state.showsLive.value = true)));
    const total = logs.reduce((sum, { strategy }) => sum + runsOf(search, strategy), 0);
    const start = performance.now();
    let best = '';
    const tell = () => {
      const trials = logs.flatMap((log) => log.trials);
      const done = trials.reduce((sum, { values }) => sum + values.length, 0);
      state.progress.value = { done: Math.min(done, total), total, elapsed: performance.now() - start, trials: trials.length, best };
    };
    state.report.value = [];
    state.notices.value = [];
    state.failure.value = undefined;
    state.phase.value = 'running';
    state.announcement.value = `Searching: about ${total} networks to train.`;
    const clock = setInterval(tell, TICK);
    try {
      for (const [index, log] of logs.entries()) if (!isStopped()) logs[index] = await searchOne(search, log);
      state.phase.value = isStopped() ? 'cancelled' : 'finished';
      if (isStopped()) for (const log of logs) log.cancelled = true;
      found = { search, logs: shown() };
      state.report.value = searchReport(search, shown(), modified, data);
      state.announcement.value = `${isStopped() ? '' : 'Done. '}${state.report.value.map(({ text }) => text).join(' ')}`;
    } catch (error) {
      state.phase.value = 'failed';
      state.failure.value = { error: await explain(error), again: () => void run() };
    } finally {
      clearInterval(clock);
      tell();
    }
    painter.request();
    await painter.settle();
    const final = figureData();
    if (figures === painter && final) await painter.addTables(final);

    async function searchOne(of: Search, log: SearchLog): Promise<SearchLog> {
      const remote = remoteSearch(of, log.strategy, log.seed);
      try {
        job = drive(of, remote.first, {
          ...{ strategy: log.strategy, seed: log.seed },
          runner: searchRunner(poolRunner(pool, hasSimd() ? 'fused' : 'tfjs-cpu', poolSize(navigator.hardwareConcurrency))),
          onTrial(trial, leader) {
            // As they end; in the log that comes back they stand as they were proposed.
            log.trials.push(trial);
            best = `${nameOf(log.strategy, of.strategies)}: best so far ${formatNumber(leader.value)}`;
            painter.request();
          },
        });
        const { cancel } = job;
        job = {
          ...job,
          cancel() {
            cancel();
            remote.close();
          },
        };
        return await job.done;
      } catch (error) {
        job?.cancel();
        throw error;
      } finally {
        remote.close();
        job = undefined;
      }
    }
  }

  function clear() {
    figures?.stop();
    figures = undefined;
    found = undefined;
    live.replaceChildren();
    state.showsLive.value = false;
    state.phase.value = 'recorded';
    state.progress.value = undefined;
    state.report.value = [];
    state.notices.value = [];
    state.failure.value = undefined;
  }

  const changes = () => describeChanges(publishedChoice(data.search), state.choice.value);
  return {
    run,
    publication: data.publication,
    cancel() {
      stopped = true;
      job?.cancel();
    },
    clear,
    followLink(hash) {
      if (state.phase.value === 'running') return;
      clear();
      const { choice, seed, refused } = decodeSearchHash(hash, data.search);
      state.choice.value = choice;
      state.seed.value = seed;
      state.notices.value = refused.map(describeRefusal);
    },
    hash: () => encodeSearchHash(data.search, state.choice.value, state.seed.value),
    isAsPublished: () => changes().length === 0 && state.seed.value === 1,
    chosen() {
      const chosen = chosenSearch(data.search, state.choice.value);
      return 'problems' in chosen ? { problems: chosen.problems.map(describeProblem) } : { search: chosen.search };
    },
    found: () => found,
    // A script searches in its library's way: which strategy is run here is no difference.
    origin: () => ({ published: data.publication.published, changes: changes().filter((change) => !change.startsWith('strategy')) }),
  };
}

/** With one seed, and all of them in a tuned comparison. */
function runsOf(search: Search, strategy: StrategyChoice): number {
  return plannedRuns(strategy.name === 'tuned' ? search : { ...search, seeds: 1 }, strategy);
}

function describeProblem({ path, found, allowed }: Problem): string {
  return `${path.replace(/^search\./, '')}: found ${found}; allowed: ${allowed}.`;
}

/** "budget 40 (published: 20)" */
function describeChanges(before: SearchChoice, after: SearchChoice): string[] {
  const words = { strategy: 'all strategies', budget: 'none', folds: 'none' };
  const change = (what: string, from: string, to: string) => (from === to ? [] : [`${what} ${to} (published: ${from})`]);
  return [
    ...(['strategy', 'budget', 'folds'] as const).flatMap((key) => change(key, before[key] || words[key], after[key] || words[key])),
    ...Object.entries(after.space).flatMap(([path, text]) => change(dimensionTitle(path), before.space[path] ?? '', text)),
  ];
}

/** Milliseconds between two readings of the clock beside the progress bar. */
const TICK = 100;
