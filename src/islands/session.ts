/**
 * What an island does once the reader shows intent: change the experiment, run it in the page's workers, draw, judge,
 * compare with the recording, share. Loaded by ExperimentIsland.tsx; everything heavy hangs on this file.
 */
import { armSize } from '../experiments/armSize.ts';
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
import { offerOf } from './offer.ts';
import type { OwnData } from './ownData.ts';
import { ownContext } from './ownContext.ts';
import { pagePool } from './pagePool.ts';
import { runReport } from './runReport.ts';
import { describeChanges, describeRefusal } from './settingText.ts';
import { publishedVersion, shareable, withChange, withoutOwnData, withOwnData, type Step, type Version } from './version.ts';

export interface Session {
  run(): Promise<void>;
  cancel(): void;
  /** Back to the published experiment, seed 1, recorded figures. */
  reset(): void;
  newSeed(): void;
  /** Returns false, and says why, if the value is refused. */
  change(path: string, value: Json): Promise<boolean>;
  /** Resolves to why the experiment cannot take the reader's data, or undefined once it has them. */
  useData(own: OwnData): Promise<string | undefined>;
  leaveData(): void;
  /** Run on the data set that can stand in for the one that is missing. */
  takeOffer(): Promise<void>;
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
  let version = publishedVersion(published);
  let job: Job | undefined;
  let figures: LiveFigures | undefined;
  show();

  function show() {
    state.settings.value = settingsOf(version.experiment);
    state.ownData.value = version.own?.data.file;
    state.changes.value = describeChanges(published, version.experiment, version.own?.data.file);
    state.link.value = linkOf();
  }
  function linkOf(): string {
    const seed = state.firstSeed.value === 1 ? undefined : state.firstSeed.value;
    const engine = state.engine.value === 'fused' ? undefined : state.engine.value;
    return `${location.origin}${location.pathname}${encodeHash(published, shareable(published, version), { seed, engine })}`;
  }
  function accept(next: Version) {
    version = next;
    state.notices.value = [];
    leaveResult();
    show();
  }
  /** Returns whether the step could be made; if not, it is said why. */
  function take(step: Step): boolean {
    if ('version' in step) accept(step.version);
    else state.notices.value = step.refused;
    return 'version' in step;
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
    state.offer.value = undefined;
  }

  async function run() {
    if (job) return;
    const { experiment, own } = version;
    const engine = state.engine.value;
    const seeds = Array.from({ length: state.seeds.value }, (_, index) => state.firstSeed.value + index);
    const runs = expand(experiment, seeds);
    const arms = armsOf(experiment);
    const facts = new Map(arms.map((arm) => [arm.label, armSize(arm.configuration)]));
    const total = runs.reduce((sum, { arm }) => sum + (facts.get(arm.label)?.updates ?? 0), 0);
    const liveRuns = new LiveRuns(runs);
    const sameData = !own && JSON.stringify(experiment.configuration.dataset) === JSON.stringify(published.configuration.dataset);
    const shown = own ? ownContext(own.data) : sameData ? context : {};
    const data = () => fromRuns(experiment, arms, liveRuns.gather(), facts, shown);
    const start = performance.now();
    const tell = () => (state.progress.value = { done: liveRuns.steps, total, elapsed: performance.now() - start, networks: runs.length });
    figures?.stop();
    const painter = (figures = openLiveFigures(live, experiment, data, () => (state.showsLive.value = true)));
    state.report.value = [];
    state.notices.value = [];
    state.offer.value = undefined;
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
    state.offer.value = offerOf(experiment, results);
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
      accept(publishedVersion(published));
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
      return take(withChange(published, version, path, value));
    },
    async useData(own) {
      const step = withOwnData(published, version, own);
      if ('refused' in step) return step.refused.join(' ');
      accept(step.version);
      state.notices.value = step.version.own?.adaptations.map(({ why }) => why) ?? [];
      state.announcement.value = `The experiment now learns from ${own.file}.`;
      return undefined;
    },
    leaveData() {
      accept(withoutOwnData(published, version));
      state.announcement.value = 'Back to the published data.';
    },
    async takeOffer() {
      const offer = state.offer.value;
      if (!offer || !take(withChange(published, version, 'dataset', offer.name))) return;
      // As many examples as were asked for, where it can have them.
      const { examples } = offer;
      const sized = examples === undefined ? undefined : withChange(published, version, 'dataset.examples', examples);
      if (sized && 'version' in sized) accept(sized.version);
      await run();
    },
    followLink(hash) {
      if (job) return;
      const shared = decodeHash(hash, published);
      state.firstSeed.value = shared.seed ?? 1;
      state.engine.value = shared.engine ?? 'fused';
      accept(shared.changes.length === 0 ? publishedVersion(published) : { experiment: shared.experiment, changes: shared.changes });
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
