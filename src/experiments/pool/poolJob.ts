/** The runs of one job in a pool, one task each, and what they have come to. */
import type { EngineName } from '../../engines/engine.ts';
import type { Failure, History, RunResult } from '../train/result.ts';
import type { ProbeReading } from '../probes/reading.ts';
import type { Run } from '../train/observation.ts';
import { unfinishedRun } from './unfinishedRun.ts';

export interface JobOptions {
  engine: EngineName;
  /** Defaults to false. */
  keepParameters?: boolean;
  /** Update at which each run waits at first, as with `resume`. Defaults to never. */
  until?(run: number): number;
  onPoints?(run: number, points: History, readings: readonly ProbeReading[]): void;
  /** Whether points come with what probes have read at them. Defaults to false: readings can be large, and the result has them all. */
  readings?: boolean;
  /** The run waits after `step` updates. `now`: its metrics there, where that is no point of its history. */
  onHeld?(run: number, step: number, now: History | undefined): void;
  onResult?(run: number, result: RunResult): void;
  /** What is kept of a result until the job is done, for jobs so large that it cannot be everything. Defaults to all of it. */
  keep?(run: number, result: RunResult): RunResult;
  onProgress?(done: number, total: number): void;
}

/** One run on its way: waiting for its first worker ─▶ working ⇄ held in its worker ─▶ over. */
export class Task {
  /** Updates that it has done, as far as is known; right while it does not work. */
  step = 0;
  isOver = false;
  isWorking = false;
  readonly id: number;
  readonly run: Run;
  readonly engine: EngineName;
  readonly keepParameters: boolean;
  /** Whether anyone listens to its points. */
  readonly points: boolean;
  readonly readings: boolean;
  /** Update at which it waits. */
  until: number;
  /** Of the run in its job. */
  readonly index: number;
  /** Most workers that may take runs like it. */
  readonly most: number;
  readonly #job: PoolJob;

  constructor(id: number, run: Run, index: number, most: number, job: PoolJob) {
    const { engine, keepParameters = false, onPoints, readings = false, until } = job.options;
    this.id = id;
    this.run = run;
    this.engine = engine;
    this.keepParameters = keepParameters;
    this.points = onPoints !== undefined;
    this.readings = readings;
    this.until = until?.(index) ?? Infinity;
    this.index = index;
    this.most = most;
    this.#job = job;
  }

  /** Whether there is something to do for it now. */
  get wantsToGo(): boolean {
    return !this.isOver && !this.isWorking && this.until > this.step;
  }

  addPoints(points: History, readings: readonly ProbeReading[]): void {
    this.#job.options.onPoints?.(this.index, points, readings);
  }

  /** It waits, after `step` updates. */
  hold(step: number): void {
    this.isWorking = false;
    this.step = step;
  }

  tellHeld(step: number, now: History | undefined): void {
    this.#job.options.onHeld?.(this.index, step, now);
    this.#job.look();
  }

  finish(result: RunResult): void {
    if (this.isOver) return;
    this.isOver = true;
    this.isWorking = false;
    this.#job.take(this.index, result);
  }

  cancel(): void {
    this.finish(unfinishedRun(this.run, this.engine, { state: 'cancelled' }));
  }

  fail(failure: Failure): void {
    this.finish(unfinishedRun(this.run, this.engine, { state: 'failed', ...failure }));
  }
}

export class PoolJob {
  readonly options: JobOptions;
  readonly tasks: readonly Task[];
  readonly done: Promise<RunResult[]>;
  readonly #results: RunResult[] = [];
  #settle!: (results: RunResult[]) => void;
  #count = 0;
  #still: (() => void)[] = [];

  /** `nextId`: gives each task a number of its own within the pool. `mostFor`: as of the pool. */
  constructor(runs: readonly Run[], options: JobOptions, nextId: () => number, mostFor: (run: Run) => number) {
    this.options = options;
    this.done = new Promise((resolve) => (this.#settle = resolve));
    this.tasks = runs.map((run, index) => new Task(nextId(), run, index, mostFor(run), this));
    if (runs.length === 0) this.#settle(this.#results);
  }

  take(index: number, result: RunResult): void {
    this.#count++;
    this.#results[index] = this.options.keep?.(index, result) ?? result;
    this.options.onResult?.(index, result);
    this.options.onProgress?.(this.#count, this.tasks.length);
    this.look();
    if (this.#count === this.tasks.length) this.#settle(this.#results);
  }

  /** Resolves when no run of the job works or is about to. */
  still(): Promise<void> {
    return new Promise((resolve) => {
      this.#still.push(resolve);
      this.look();
    });
  }

  /** See whether it stands still. */
  look(): void {
    if (this.#still.length === 0 || this.tasks.some((task) => task.isWorking || task.wantsToGo)) return;
    for (const resolve of this.#still.splice(0)) resolve();
  }
}
