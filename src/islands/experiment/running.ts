/**
 * Runs the reader's version in the page's workers, draws it as it grows, and reports what came of it.
 *
 *   prepare: a trial ──▶ train: a job in the pool ⇄ paused, stepped ──▶ conclude ──more seeds──▶ another job of the same trial
 *                             └ figures, verdict so far and progress follow (liveTrial.ts)
 */
import { explain } from '../../faults/explain.ts';
import type { Job, JobOptions } from '../../experiments/pool/pool.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { openDataAhead } from './trial/dataAhead.ts';
import { getReady } from './trial/getReady.ts';
import { forgetRun } from './state/forgetRun.ts';
import { compareTimes } from './trial/estimates.ts';
import type { IslandData } from './state/islandData.ts';
import type { IslandState } from './state/islandState.ts';
import { openLiveTrial, type LiveTrial } from './trial/liveTrial.ts';
import { learnPace } from './trial/pace.ts';
import { pagePool } from '../workers/pagePool.ts';
import { liveAnswerOf } from './prediction/liveAnswers.ts';
import { faultOf } from './report/faultOf.ts';
import { counted, spoken, whereText } from './report/runWords.ts';
import { moreSeeds } from './trial/seedPlan.ts';
import { TrialReport } from './report/trialReport.ts';
import { Trial, type StepUnit } from './trial/trial.ts';
import type { Version } from './draft/version.ts';

export interface Running {
  run(version: Version): Promise<void>;
  /** Every network stops within about 16 ms, and waits. */
  pause(): void;
  /** Go on from there; the bits are those of a run that was never paused. */
  resume(): void;
  /** Every network that is not done makes one more update, or goes to the end of its epoch; from the start if none is under way. */
  step(version: Version, unit: StepUnit): Promise<void>;
  cancel(): void;
  /** Say what the data of this version takes to fetch. */
  tellData(version: Version): void;
  /** More seeds of what has just been run, drawn and judged with those that there are. */
  moreSeeds(): Promise<void>;
  /** Show the figures as they were after `step` updates; undefined: as they are. */
  show(step: number | undefined): void;
  isBusy(): boolean;
  /** What was run last, or is running, and its results once it is over; undefined while the recorded result is shown. */
  trial(): Trial | undefined;
  results(): RunResult[] | undefined;
  /** Draw what is on screen anew, because what it is drawn over has changed. */
  redraw(): void;
  /** Take live figures and report away: figures of a run must not stand beside settings that it did not have. */
  clear(): void;
}

/** Milliseconds between two readings of the clock beside the progress bar. */
const TICK = 200;
/** A step that takes longer, in milliseconds, is shown as running. */
const SHOW_BUSY_AFTER = 200;
/** It reads questions by the kinds of verdicts, and so comes when these do. */
const loadAnswer = () => import('./prediction/answerOf.ts');

/** `live`: where live figures go. */
export function openRunning(data: IslandData, state: IslandState, live: HTMLElement): Running {
  const pool = pagePool();
  let current: LiveTrial | undefined;
  let job: Job | undefined;
  let results: RunResult[] | undefined;
  /** What was asked for last. */
  let wanted: Version | undefined;
  /** For the prediction that the reader may have made. */
  const answer = liveAnswerOf(data.experiment.id);
  const ahead = openDataAhead(state);
  const isBusy = () => job !== undefined || ahead.isBusy();
  getReady(data, isBusy);

  /** A trial of the version, with nothing trained yet. */
  function prepare(version: Version): Trial {
    wanted = version;
    current?.figures.stop();
    results = undefined;
    const seeds = Array.from({ length: state.seeds.value }, (_, index) => state.firstSeed.value + index);
    forgetRun(state);
    state.notices.value = [];
    return new Trial(data, version, state.engine.value, seeds);
  }

  /** Put it on screen; workers may be busy with it by then. */
  function show(trial: Trial): LiveTrial {
    const report = new TrialReport(data, trial);
    const now = openLiveTrial({
      ...{ trial, state, place: live },
      isTraining: () => state.phase.value === 'running',
      onJudged(judgements) {
        if (job && current === now) state.report.value = report.soFar(judgements);
      },
    });
    return (current = now);
  }

  /** Hand runs of a trial, from the `offset`th on, to the workers. `now`: asked for when something has come of them. */
  function start(trial: Trial, runs: readonly Run[], offset: number, now: () => LiveTrial, until?: JobOptions['until']): Job {
    return pool.start(runs, {
      engine: trial.engine,
      ...(until && { until }),
      onPoints(index, points) {
        trial.live.addPoints(offset + index, points);
        now().figures.request();
      },
      onHeld: (index, step, point) => trial.live.setHeld(offset + index, step, point),
      keep(index, result) {
        now().verdict.add(offset + index, result);
        return trial.take(offset + index, result);
      },
      onResult: () => now().figures.request(),
    });
  }

  /** Until the runs of the job are over, however often they are paused. */
  async function follow(now: LiveTrial, running: Job): Promise<void> {
    const clock = setInterval(now.tell, TICK);
    now.watch.start();
    await running.done;
    job = undefined;
    now.watch.stop();
    clearInterval(clock);
    now.tell();
    await conclude(now).catch(async (reason: unknown) => {
      state.failure.value = { error: await explain(reason), again: () => void (wanted && run(wanted)) };
    });
  }

  async function begin(trial: Trial, until?: JobOptions['until']): Promise<void> {
    // First things first: workers begin before the page makes room for what they will say.
    job = start(trial, trial.runs, 0, () => now, until);
    const now = show(trial);
    return follow(now, job);
  }

  async function conclude(now: LiveTrial): Promise<void> {
    const { trial, figures, verdict, watch } = now;
    results = trial.results.filter((result) => result !== undefined);
    const ended = results.map(({ ending }) => ending.state);
    state.phase.value = ended.includes('cancelled') ? 'cancelled' : ended.every((it) => it === 'failed') ? 'failed' : 'finished';
    state.rates.value = { ...state.rates.value, [trial.engine]: (1000 * trial.live.steps) / Math.max(1, watch.elapsed) };
    const { estimated, measured } = compareTimes(trial.arms, results, trial.experiment.history?.every);
    learnPace(trial.engine, estimated, measured);
    // The whole is drawn while it is judged.
    figures.request();
    const drawn = figures.settle();
    const [judged, { answerOf }] = await Promise.all([verdict.judge(), loadAnswer()]);
    if (current !== now || isBusy()) return;
    const report = new TrialReport(data, trial).whole(judged);
    answer.value = answerOf(data.experiment, trial, judged);
    state.report.value = report.lines;
    state.result.value = report.short;
    const error = faultOf(results);
    state.failure.value = error && { error, again: () => void (wanted && run(wanted)) };
    state.offer.value = report.offer;
    state.moreSeeds.value = state.phase.value === 'finished' ? moreSeeds(trial.seeds.length, trial.arms.length, data.experiment.seeds) : undefined;
    state.announcement.value = `${state.phase.value === 'cancelled' ? '' : 'Done. '}${spoken(report.lines)}`;
    await drawn;
    if (current === now && !isBusy()) await figures.addTable(trial.figureData(undefined));
  }

  /** Everything stands still: show where. */
  function standStill(now: LiveTrial) {
    if (current !== now || !job) return;
    now.watch.stop();
    state.phase.value = 'paused';
    now.tell();
    drawNow(now);
    state.announcement.value = `Paused. ${whereText(now.trial)}`;
  }

  /** Workers can begin at once, as with all data that are computed. */
  function isHere({ experiment }: Trial): boolean {
    return !ahead.mayNeed(experiment);
  }

  /** Fetch what the trial's data still needs. Returns false if the reader cancelled meanwhile. */
  async function bringData({ experiment }: Trial): Promise<boolean> {
    state.phase.value = 'running';
    const came = await ahead.bring(experiment);
    if (!came) state.phase.value = 'cancelled';
    return came;
  }

  async function step(version: Version, unit: StepUnit) {
    if (ahead.isBusy()) return;
    const slow = setTimeout(() => (state.phase.value = 'running'), SHOW_BUSY_AFTER);
    if (job && current) {
      const now = current;
      now.watch.start();
      await job.resume((index, done) => now.trial.nextStop(unit, index, done));
      clearTimeout(slow);
      standStill(now);
      return;
    }
    const trial = prepare(version);
    if (!(isHere(trial) || (await bringData(trial)))) {
      clearTimeout(slow);
      return;
    }
    state.phase.value = 'paused';
    void begin(trial, (index) => trial.nextStop(unit, index, 0));
    await job!.still();
    clearTimeout(slow);
    standStill(current!);
  }

  async function run(version: Version): Promise<void> {
    if (isBusy()) return;
    const trial = prepare(version);
    if (!(isHere(trial) || (await bringData(trial)))) return;
    state.phase.value = 'running';
    state.announcement.value = `Training ${counted(trial.runs.length, 'network')}.`;
    await begin(trial);
  }

  return {
    run,
    pause() {
      if (!job || !current) return;
      const now = current;
      state.phase.value = 'paused';
      now.watch.stop();
      void job.pause().then(() => standStill(now));
    },
    resume() {
      if (!job || !current) return;
      state.phase.value = 'running';
      state.announcement.value = 'Training goes on.';
      current.watch.start();
      void job.resume();
    },
    step,
    cancel() {
      ahead.cancel();
      job?.cancel();
    },
    tellData: (version) => ahead.tell(version.experiment),
    async moreSeeds() {
      if (job || !current || state.moreSeeds.value === undefined) return;
      const now = current;
      const { trial } = now;
      const first = trial.seeds[0]!;
      const seeds = Array.from({ length: state.moreSeeds.value - trial.seeds.length }, (_, index) => first + trial.seeds.length + index);
      const offset = trial.runs.length;
      results = undefined;
      const runs = trial.addSeeds(seeds);
      now.figures.removeTable();
      state.seeds.value = trial.seeds.length;
      state.moreSeeds.value = undefined;
      state.phase.value = 'running';
      state.announcement.value = `Training ${runs.length} more networks.`;
      job = start(trial, runs, offset, () => now);
      await follow(now, job);
    },
    show(step) {
      state.moment.value = step;
      drawNow(current);
    },
    isBusy,
    trial: () => current?.trial,
    results: () => results,
    redraw: () => drawNow(current),
    clear() {
      current?.figures.stop();
      current = undefined;
      results = undefined;
      answer.value = undefined;
      live.replaceChildren();
      state.showsLive.value = false;
      if (state.axis.value === 'time') state.axis.value = data.experiment.show.x;
      state.phase.value = 'recorded';
      state.progress.value = undefined;
      forgetRun(state);
      state.moreSeeds.value = undefined;
      state.stops.value = [];
      state.best.value = undefined;
    },
  };
}

/** The reader waits for it. */
function drawNow(live: LiveTrial | undefined): void {
  live?.figures.request();
  void live?.figures.settle();
}
