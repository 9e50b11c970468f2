/**
 * Runs the reader's version in the page's workers, draws it as it grows, and reports what came of it.
 *
 *   run, step ──▶ a trial ──▶ a job in the pool ⇄ paused, stepped ──▶ concluded ──more seeds──▶ another job of the same trial
 */
import type { Job, JobOptions } from '../experiments/pool.ts';
import type { Run, RunResult } from '../experiments/types.ts';
import { withAxis } from '../figures/xAxis.ts';
import { formatCount } from '../figures/format.ts';
import { compareTimes } from './estimates.ts';
import type { IslandData } from './islandData.ts';
import type { IslandState, ReportLine } from './islandState.ts';
import { bestSoFar } from './bestSoFar.ts';
import { openDataAhead } from './dataAhead.ts';
import { openLiveFigures, type LiveFigures } from './liveFigures.ts';
import { LiveVerdict } from './liveVerdict.ts';
import { askJudge } from './pageJudge.ts';
import { learnPace } from './pace.ts';
import { pagePool } from './pagePool.ts';
import { answerOf } from './prediction/answerOf.ts';
import { liveAnswerOf } from './prediction/liveAnswers.ts';
import { moreSeeds } from './seedPlan.ts';
import { Stopwatch } from './stopwatch.ts';
import { TrialReport } from './trialReport.ts';
import { Trial, type StepUnit } from './trial.ts';
import type { Version } from './version.ts';

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
const TICK = 100;
/** A step that takes longer, in milliseconds, is shown as running. */
const QUICK = 200;

interface Current {
  trial: Trial;
  figures: LiveFigures;
  verdict: LiveVerdict;
  watch: Stopwatch;
}

/** `live`: where live figures go. */
export function openRunning(data: IslandData, state: IslandState, live: HTMLElement): Running {
  const pool = pagePool();
  pool.warm();
  let current: Current | undefined;
  let job: Job | undefined;
  let results: RunResult[] | undefined;

  /** For the prediction that the reader may have made. */
  const answer = liveAnswerOf(data.experiment.id);

  const ahead = openDataAhead(state);
  const isBusy = () => job !== undefined || ahead.isBusy();

  function open(version: Version): Current {
    current?.figures.stop();
    results = undefined;
    const seeds = Array.from({ length: state.seeds.value }, (_, index) => state.firstSeed.value + index);
    const trial = new Trial(data, version, state.engine.value, seeds);
    const report = new TrialReport(data, trial);
    state.report.value = [];
    state.notices.value = [];
    state.offer.value = undefined;
    state.moment.value = undefined;
    return (current = {
      trial,
      figures: openLiveFigures(
        live,
        trial.experiment,
        (figure) => withAxis(trial.figureData(figure, state.moment.value), state.axis.value, state.axisScale.value),
        () => (state.showsLive.value = true),
      ),
      verdict: new LiveVerdict(trial, askJudge, (judgements) => {
        if (job && current?.trial === trial) state.report.value = report.soFar(judgements);
      }),
      watch: new Stopwatch(),
    });
  }

  function tell({ trial, watch }: Current) {
    const { steps, over } = trial.live;
    state.progress.value = { done: steps, total: trial.total, elapsed: watch.elapsed, networks: trial.runs.length, over };
    state.stops.value = trial.stops();
    state.best.value = bestSoFar(trial);
  }

  /** Train runs of a trial, from the `offset`th on, to their end. */
  async function train(now: Current, runs: readonly Run[], offset: number, until?: JobOptions['until']): Promise<void> {
    const { trial, figures, verdict, watch } = now;
    const clock = setInterval(() => tell(now), TICK);
    watch.start();
    job = pool.start(runs, {
      engine: trial.engine,
      ...(until && { until }),
      onPoints(index, points) {
        trial.live.addPoints(offset + index, points);
        figures.request();
      },
      onHeld: (index, step, point) => trial.live.setHeld(offset + index, step, point),
      keep(index, result) {
        verdict.add(offset + index, result);
        return trial.take(offset + index, result);
      },
      onResult: () => figures.request(),
    });
    await job.done;
    job = undefined;
    watch.stop();
    clearInterval(clock);
    tell(now);
    await conclude(now);
  }

  async function conclude(now: Current): Promise<void> {
    const { trial, figures, verdict, watch } = now;
    results = trial.results.filter((result) => result !== undefined);
    const ended = results.map(({ ending }) => ending.state);
    state.phase.value = ended.includes('cancelled') ? 'cancelled' : ended.every((it) => it === 'failed') ? 'failed' : 'finished';
    state.rates.value = { ...state.rates.value, [trial.engine]: (1000 * trial.live.steps) / Math.max(1, watch.elapsed) };
    const { estimated, measured } = compareTimes(trial.arms, results, trial.experiment.history?.every);
    learnPace(trial.engine, estimated, measured);
    const judged = await verdict.judge();
    const report = new TrialReport(data, trial).whole(judged);
    if (current !== now || isBusy()) return;
    answer.value = answerOf(data.experiment, trial, judged);
    state.notices.value = report.problems;
    state.report.value = report.lines;
    state.offer.value = report.offer;
    state.moreSeeds.value = state.phase.value === 'finished' ? moreSeeds(trial.seeds.length, trial.arms.length, data.experiment.seeds) : undefined;
    state.announcement.value = `${state.phase.value === 'cancelled' ? '' : 'Done. '}${spoken(report.lines)}`;
    figures.request();
    await figures.settle();
    if (current === now && !isBusy()) figures.addTable(trial.figureData(undefined));
  }

  /** Everything stands still: show where. */
  function standStill(now: Current) {
    if (current !== now || !job) return;
    now.watch.stop();
    state.phase.value = 'paused';
    tell(now);
    now.figures.request();
    state.announcement.value = `Paused. ${whereText(now.trial)}`;
  }

  /** Fetch what the trial's data still needs. Returns false if the reader cancelled meanwhile. */
  async function bringData({ trial }: Current): Promise<boolean> {
    state.phase.value = 'running';
    const isHere = await ahead.bring(trial.experiment);
    if (!isHere) state.phase.value = 'cancelled';
    return isHere;
  }

  async function step(version: Version, unit: StepUnit) {
    if (ahead.isBusy()) return;
    const slow = setTimeout(() => (state.phase.value = 'running'), QUICK);
    if (job && current) {
      const now = current;
      now.watch.start();
      await job.resume((index, done) => now.trial.nextStop(unit, index, done));
      clearTimeout(slow);
      standStill(now);
      return;
    }
    const now = open(version);
    if (!(await bringData(now))) return clearTimeout(slow);
    state.phase.value = 'paused';
    void train(now, now.trial.runs, 0, (index) => now.trial.nextStop(unit, index, 0));
    await job!.still();
    clearTimeout(slow);
    standStill(now);
  }

  return {
    async run(version) {
      if (isBusy()) return;
      const now = open(version);
      if (!(await bringData(now))) return;
      state.announcement.value = `Training ${counted(now.trial.runs.length, 'network')}.`;
      await train(now, now.trial.runs, 0);
    },
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
      const { trial, figures } = current;
      const first = trial.seeds[0]!;
      const seeds = Array.from({ length: state.moreSeeds.value - trial.seeds.length }, (_, index) => first + trial.seeds.length + index);
      const offset = trial.runs.length;
      results = undefined;
      const runs = trial.addSeeds(seeds);
      figures.removeTable();
      state.seeds.value = trial.seeds.length;
      state.moreSeeds.value = undefined;
      state.phase.value = 'running';
      state.announcement.value = `Training ${runs.length} more networks.`;
      await train(current, runs, offset);
    },
    show(step) {
      state.moment.value = step;
      current?.figures.request();
    },
    isBusy,
    trial: () => current?.trial,
    results: () => results,
    redraw: () => current?.figures.request(),
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
      state.report.value = [];
      state.offer.value = undefined;
      state.moreSeeds.value = undefined;
      state.moment.value = undefined;
      state.stops.value = [];
      state.best.value = undefined;
    },
  };
}

/** Of several claims it is said that they are there to be read: one after another they would go on for minutes. */
function spoken(lines: readonly ReportLine[]): string {
  const verdicts = lines.filter(({ kind }) => kind === 'verdict');
  const others = lines.filter(({ kind }) => kind !== 'verdict');
  if (verdicts.length < 2) return lines.map(({ text }) => text).join(' ');
  return [`${verdicts.length} claims judged, listed under the figures.`, ...others.slice(1).map(({ text }) => text)].join(' ');
}

/** "Each network has done 12 updates.", or how many are done where they stand at different places. */
function whereText({ live, runs }: Trial): string {
  const steps = new Set(runs.keys().map((index) => live.stepOf(index)));
  if (steps.size === 1) return `${runs.length === 1 ? 'The network has' : 'Each network has'} done ${counted([...steps][0]!, 'update')}.`;
  return `${counted(live.steps, 'update')} done, ${live.over} of ${counted(runs.length, 'network')} at the end.`;
}

function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
