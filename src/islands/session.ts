/**
 * What an island does once the reader shows intent: change the experiment, run it in the page's workers, draw, judge,
 * compare with the recording, share. Loaded by ExperimentIsland.tsx; everything heavy hangs on this file.
 */
import { armSize } from '../experiments/armSize.ts';
import { changeExperiment, type Change } from '../experiments/change.ts';
import { arms as armsOf, expand } from '../experiments/expand.ts';
import { judge } from '../experiments/judge.ts';
import type { Job } from '../experiments/pool.ts';
import { settingsOf } from '../experiments/settings.ts';
import { decodeHash, encodeHash } from '../experiments/share.ts';
import type { Experiment, Judgement, Json, RunResult } from '../experiments/types.ts';
import { fromRuns } from '../figures/adapter.ts';
import { loadKernel } from '../kernel/browser.ts';
import type { IslandData } from './islandData.ts';
import type { IslandState } from './islandState.ts';
import { openLiveFigures, type LiveFigures } from './liveFigures.ts';
import { LiveRuns } from './liveRuns.ts';
import { pagePool } from './pagePool.ts';
import { runReport } from './runReport.ts';
import { describeChanges, describeRefusal } from './settingText.ts';

export interface Session {
  run(): Promise<void>;
  cancel(): void;
  /** Back to the published experiment, seed 1, recorded figures. */
  reset(): void;
  newSeed(): void;
  /** Returns false, and says why, if the value is refused. */
  change(path: string, value: Json): Promise<boolean>;
  followLink(hash: string): void;
  copyLink(): Promise<void>;
}

interface Options {
  url: string;
  state: IslandState;
  /** Where live figures go. */
  live: HTMLElement;
}

/** Milliseconds between two readings of the clock beside the progress bar. */
const TICK = 100;

export async function openSession({ url, state, live }: Options): Promise<Session> {
  const { experiment: published, recording, context } = await fetchData(url);
  const pool = pagePool();
  pool.warm();
  // Fetched now, needed when the first run is judged.
  const kernel = loadKernel();
  kernel.catch(() => undefined);
  let changes: Change[] = [];
  let current = published;
  let job: Job | undefined;
  let figures: LiveFigures | undefined;
  show();

  function show() {
    state.settings.value = settingsOf(current);
    state.changes.value = describeChanges(published, current);
    state.link.value = linkOf();
  }
  function linkOf(): string {
    const seed = state.firstSeed.value === 1 ? undefined : state.firstSeed.value;
    const engine = state.engine.value === 'fused' ? undefined : state.engine.value;
    return `${location.origin}${location.pathname}${encodeHash(published, current, { seed, engine })}`;
  }
  function accept(experiment: Experiment, list: Change[]) {
    current = experiment;
    changes = list;
    leaveResult();
    show();
  }
  /** Figures of a run must not stand beside settings that it did not have. */
  function leaveResult() {
    figures?.stop();
    figures = undefined;
    live.replaceChildren();
    state.showsLive.value = false;
    state.phase.value = 'recorded';
    state.progress.value = undefined;
    state.report.value = [];
  }

  async function run() {
    if (job) return;
    const experiment = current;
    const engine = state.engine.value;
    const seeds = Array.from({ length: state.seeds.value }, (_, index) => state.firstSeed.value + index);
    const runs = expand(experiment, seeds);
    const arms = armsOf(experiment);
    const facts = new Map(arms.map((arm) => [arm.label, armSize(arm.configuration)]));
    const total = runs.reduce((sum, { arm }) => sum + (facts.get(arm.label)?.updates ?? 0), 0);
    const liveRuns = new LiveRuns(runs);
    const sameData = JSON.stringify(experiment.configuration.dataset) === JSON.stringify(published.configuration.dataset);
    const data = () => fromRuns(experiment, arms, liveRuns.gather(), facts, sameData ? context : {});
    const start = performance.now();
    const tell = () => (state.progress.value = { done: liveRuns.steps, total, elapsed: performance.now() - start, networks: runs.length });
    figures?.stop();
    const painter = (figures = openLiveFigures(live, experiment, data, () => (state.showsLive.value = true)));
    state.report.value = [];
    state.notices.value = [];
    state.link.value = linkOf();
    state.phase.value = 'running';
    state.announcement.value = `Training ${runs.length} networks.`;
    const clock = setInterval(tell, TICK);
    job = pool.start(runs, {
      engine,
      onPoints(index, points) {
        liveRuns.addPoints(index, points);
        painter.request();
      },
      onResult(index, result) {
        liveRuns.setResult(index, result);
        painter.request();
      },
    });
    const results = await job.done;
    job = undefined;
    clearInterval(clock);
    liveRuns.gather();
    tell();
    const cancelled = results.some(({ ending }) => ending.state === 'cancelled');
    const failed = results.every(({ ending }) => ending.state === 'failed');
    state.phase.value = cancelled ? 'cancelled' : failed ? 'failed' : 'finished';
    state.report.value = await report(experiment, engine, results, seeds);
    state.announcement.value = `${cancelled ? '' : 'Done. '}${state.report.value.map(({ text }) => text).join(' ')}`;
    painter.request();
    await painter.settle();
    if (figures === painter) painter.addTable(data());
  }

  async function report(experiment: Experiment, engine: typeof state.engine.value, results: RunResult[], seeds: number[]) {
    let judgements: Judgement[] = [];
    try {
      judgements = judge(experiment, results, await kernel);
    } catch (error) {
      state.notices.value = [`The claim could not be judged: ${error instanceof Error ? error.message : String(error)}`];
    }
    const modified = experiment !== published;
    const allSeeds =
      seeds[0] === 1 && seeds.length === published.seeds && results.every(({ ending }) => ending.state === 'finished' || ending.state === 'diverged');
    return runReport({ recording, results, judgements, modified, engine, allSeeds });
  }

  return {
    run,
    cancel() {
      job?.cancel();
    },
    reset() {
      state.firstSeed.value = 1;
      state.notices.value = [];
      accept(published, []);
      state.announcement.value = 'Back to the published experiment.';
    },
    newSeed() {
      const next = state.firstSeed.value + state.seeds.value;
      leaveResult();
      // The first new seed is one that the recording does not have.
      state.firstSeed.value = next > published.seeds ? next : published.seeds + 1;
      state.link.value = linkOf();
      state.announcement.value = `Seed ${state.firstSeed.value}.`;
    },
    async change(path, value) {
      // A new choice brings its own hyperparameters: changes to those of the old one go.
      const others = changes.filter((change) => change.path !== path && !change.path.startsWith(`${path}.`));
      const setting = settingsOf(published).find((candidate) => candidate.path === path);
      const list = setting && JSON.stringify(setting.value) === JSON.stringify(value) ? others : [...others, { path, value }];
      const result = changeExperiment(published, list);
      if ('problems' in result) {
        state.notices.value = result.problems.map((problem) => `${problem.path}: ${problem.found} is refused; allowed: ${problem.allowed}.`);
        return false;
      }
      state.notices.value = [];
      accept(list.length === 0 ? published : result.experiment, list);
      return true;
    },
    followLink(hash) {
      if (job) return;
      const shared = decodeHash(hash, published);
      state.firstSeed.value = shared.seed ?? 1;
      state.engine.value = shared.engine ?? 'fused';
      accept(shared.changes.length === 0 ? published : shared.experiment, shared.changes);
      state.notices.value = shared.refused.map(describeRefusal);
    },
    async copyLink() {
      state.link.value = linkOf();
      try {
        await navigator.clipboard.writeText(state.link.value);
        state.announcement.value = 'Link copied.';
      } catch {
        state.announcement.value = 'The link could not be copied; select it and copy it by hand.';
      }
    },
  };
}

async function fetchData(url: string): Promise<IslandData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}.`);
  return (await response.json()) as IslandData;
}
