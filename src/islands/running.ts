/** Runs the reader's version in the page's workers, draws it as it grows, and reports what came of it. */
import { medianInterval } from '../experiments/bootstrap.ts';
import type { Job } from '../experiments/pool.ts';
import type { RunResult } from '../experiments/types.ts';
import { loadKernel } from '../kernel/browser.ts';
import type { IslandData } from './islandData.ts';
import type { IslandState } from './islandState.ts';
import { openLiveFigures, type LiveFigures } from './liveFigures.ts';
import { offerOf } from './offer.ts';
import { pagePool } from './pagePool.ts';
import { reportOn } from './reporting.ts';
import { openTrial, type Trial } from './trial.ts';
import type { Version } from './version.ts';

export interface Running {
  run(version: Version): Promise<void>;
  cancel(): void;
  isBusy(): boolean;
  /** What was run last, or is running, and its results once it is over; undefined while the recorded result is shown. */
  trial(): Trial | undefined;
  results(): RunResult[] | undefined;
  /** Take live figures and report away: figures of a run must not stand beside settings that it did not have. */
  clear(): void;
}

/** Milliseconds between two readings of the clock beside the progress bar. */
const TICK = 100;

/** `live`: where live figures go. */
export function openRunning(data: IslandData, state: IslandState, live: HTMLElement): Running {
  const pool = pagePool();
  pool.warm();
  // Fetched now, needed when the first run is judged.
  const kernel = loadKernel();
  let interval: ReturnType<typeof medianInterval> | undefined;
  kernel.then(
    (loaded) => (interval = medianInterval(loaded)),
    () => undefined,
  );
  let job: Job | undefined;
  let trial: Trial | undefined;
  let results: RunResult[] | undefined;
  let figures: LiveFigures | undefined;

  async function run(version: Version) {
    if (job) return;
    const seeds = Array.from({ length: state.seeds.value }, (_, index) => state.firstSeed.value + index);
    const current = (trial = openTrial(data, version, state.engine.value, seeds));
    results = undefined;
    const start = performance.now();
    const tell = () => {
      state.progress.value = { done: current.live.steps, total: current.total, elapsed: performance.now() - start, networks: current.runs.length };
    };
    figures?.stop();
    const painter = (figures = openLiveFigures(
      live,
      current.experiment,
      current.figureData,
      () => (state.showsLive.value = true),
      (values) => interval?.(values),
    ));
    state.report.value = [];
    state.notices.value = [];
    state.offer.value = undefined;
    state.phase.value = 'running';
    state.announcement.value = `Training ${current.runs.length} networks.`;
    const clock = setInterval(tell, TICK);
    job = pool.start(current.runs, {
      engine: current.engine,
      onPoints(index, points) {
        current.live.addPoints(index, points);
        painter.request();
      },
      onResult(index, result) {
        current.live.setResult(index, result);
        painter.request();
      },
    });
    results = await job.done;
    job = undefined;
    clearInterval(clock);
    current.live.gather();
    tell();
    await conclude(current, results);
    painter.request();
    await painter.settle();
    if (figures === painter) painter.addTable(current.figureData());
  }

  async function conclude(ended: Trial, given: RunResult[]) {
    const cancelled = given.some(({ ending }) => ending.state === 'cancelled');
    const failed = given.every(({ ending }) => ending.state === 'failed');
    state.phase.value = cancelled ? 'cancelled' : failed ? 'failed' : 'finished';
    const { lines, problem } = reportOn(data, ended, given, await kernel);
    if (problem !== undefined) state.notices.value = [problem];
    state.report.value = lines;
    state.offer.value = offerOf(ended.experiment, given);
    state.announcement.value = `${cancelled ? '' : 'Done. '}${lines.map(({ text }) => text).join(' ')}`;
  }

  return {
    run,
    cancel: () => job?.cancel(),
    isBusy: () => job !== undefined,
    trial: () => trial,
    results: () => results,
    clear() {
      figures?.stop();
      figures = undefined;
      trial = undefined;
      results = undefined;
      live.replaceChildren();
      state.showsLive.value = false;
      state.phase.value = 'recorded';
      state.progress.value = undefined;
      state.report.value = [];
      state.offer.value = undefined;
    },
  };
}
