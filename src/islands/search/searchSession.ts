/**
 * What the island of a search does once the reader shows intent. Loaded by SearchIsland.tsx; what knows the whole of a spec comes after the
 * first figures (searchEditing.ts).
 */
import { readFrom } from '../../faults/askFor.ts';
import { explain } from '../../faults/explain.ts';
import { afterFirst } from '../controls/afterFirst.ts';
import { createPending } from '../controls/pending.ts';
import { once } from '../controls/once.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import { fromSearch } from '../../figures/search/searchAdapter.ts';
import { formatNumber } from '../../words/format.ts';
import { hasSimd } from '../../kernel/simd.ts';
import { drive, type SearchJob, type SearchLog } from '../../search/run/drive.ts';
import { importanceOf } from '../../search/results/importance.ts';
import { nameOf } from '../../search/names.ts';
import { poolRunner } from '../../search/run/poolRunner.ts';
import type { Search } from '../../search/search.ts';
import type { Origin } from '../../export/request.ts';
import { warmDrawing } from '../workers/pageDrawing.ts';
import { pagePool, poolSize } from '../workers/pagePool.ts';
import { openLiveSearchFigures, type LiveSearchFigures } from './liveSearchFigures.ts';
import { remoteSearch } from './turns/remoteSearch.ts';
import type { SearchIslandData, SearchPublication } from './searchIslandData.ts';
import type { chosenWithRuns } from './searchEditing.ts';
import { searchRunner } from './searchRunner.ts';
import { SearchResult } from './SearchResult.tsx';
import type { SearchState } from './searchState.ts';

export interface SearchSession {
  run(): Promise<void>;
  cancel(): void;
  /** Back to the recorded search. */
  clear(): void;
  followLink(hash: string): Promise<void>;
  /** The reader's version as the hash of a link; undefined until what makes links is here. */
  hash(): string | undefined;
  editing(): Promise<EditedSearch>;
  /** What the search on screen came to; undefined where none is. */
  found(): { search: Search; logs: SearchLog[] } | undefined;
  readonly publication: SearchPublication;
}

/** What menus work with. */
export interface OpenSearch {
  session: SearchSession;
  edited: EditedSearch;
}

/** The reader's version. */
export interface EditedSearch {
  /** As the hash of a link. */
  hash(): string;
  isAsPublished(): boolean;
  /** The search as the reader has it now, or why there is none. */
  chosen(): { search: Search } | { problems: string[] };
  /** What files say of where they come from. */
  origin(): Origin;
}

export async function openSearchSession(url: string, state: SearchState, live: HTMLElement): Promise<SearchSession> {
  const data = await readFrom(url, (response) => response.json() as Promise<SearchIslandData>);
  state.view.value = SearchResult;
  const pool = pagePool();
  pool.warm();
  const load = once(() => import('./searchEditing.ts'));
  let edited: EditedSearch | undefined;
  let job: SearchJob | undefined;
  let isBeginning = false;
  const links = createPending();
  let stopped = false;
  const isStopped = () => stopped;
  let found: { search: Search; logs: SearchLog[] } | undefined;
  let figures: LiveSearchFigures | undefined;

  /** The search as the reader has it; that published is at hand. */
  async function choose(): Promise<ReturnType<typeof chosenWithRuns>> {
    if (links.settled) await links.settled;
    if (state.choice.value === state.published) return { search: data.search, modified: false, runs: data.runs };
    return (await load()).chosenWithRuns(data.search, state.choice.value);
  }

  async function run() {
    if (state.phase.value === 'running' || isBeginning) return;
    isBeginning = true;
    const chosen = await choose().finally(() => (isBeginning = false));
    if ('problems' in chosen) {
      state.notices.value = chosen.problems;
      return;
    }
    const { search, modified, runs } = chosen;
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
    const total = runs.reduce((sum, own) => sum + own, 0);
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
      const { searchReport } = await load();
      state.report.value = isStopped() && shown().length === 0 ? [] : searchReport(search, shown(), modified, data);
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

  async function follow(hash: string): Promise<void> {
    const { decodeSearchHash, describeRefusal } = await load();
    if (state.phase.value === 'running') return;
    clear();
    const { choice, seed, refused } = decodeSearchHash(hash, data.search);
    state.choice.value = choice;
    state.seed.value = seed;
    state.notices.value = refused.map(describeRefusal);
  }

  async function editing(): Promise<EditedSearch> {
    const { changesOf, chosenWithRuns, encodeSearchHash } = await load();
    const changes = () => changesOf(data.search, state.choice.value);
    return (edited ??= {
      hash: () => encodeSearchHash(data.search, state.choice.value, state.seed.value),
      isAsPublished: () => changes().length === 0 && state.seed.value === 1,
      chosen: () => chosenWithRuns(data.search, state.choice.value),
      // A script searches in its library's way: which strategy is run here is no difference.
      origin: () => ({ published: data.publication.published, changes: changes().filter((change) => !change.startsWith('strategy')) }),
    });
  }

  // What draws is asked for by the first figure, where a run came before all else.
  afterFirst(
    () => state.phase.value === 'running' || isBeginning,
    state.showsLive,
    () => {
      warmDrawing();
      void editing().catch(() => undefined);
    },
  );

  return {
    run,
    editing,
    hash: () => edited?.hash(),
    publication: data.publication,
    cancel() {
      stopped = true;
      job?.cancel();
    },
    clear,
    followLink: (hash) => links.add(follow(hash)),
    found: () => found,
  };
}

/** Milliseconds between two readings of the clock beside the progress bar. */
const TICK = 100;
