/** The runs of a trial as they grow: histories put together from the pieces that workers send. */
import { EMPTY_HISTORY } from '../../../experiments/train/history.ts';
import { finalPoint } from '../../../experiments/train/summary.ts';
import type { History, RunResult } from '../../../experiments/train/result.ts';
import type { Run } from '../../../experiments/train/observation.ts';
import type { LiveRun } from '../../../figures/data/adapter.ts';
import { joinHistories } from './joinHistories.ts';
import { Thinning } from './thinning.ts';

export class LiveRuns {
  readonly runs: LiveRun[] = [];
  /** Runs that are over. */
  over = 0;
  readonly #thinning: Thinning;
  readonly #pieces: History[][] = [];
  /** Where runs that wait stand, off their history. */
  readonly #now: (History | undefined)[] = [];
  readonly #steps: number[] = [];

  /** `thinning`: what is kept of histories; defaults to all points. */
  constructor(runs: readonly Run[], thinning: Thinning = new Thinning()) {
    this.#thinning = thinning;
    this.add(runs);
  }

  /** More of them, with the indices that follow. */
  add(runs: readonly Run[]): void {
    for (const { arm, seed } of runs) {
      this.runs.push({ arm: arm.label, seed, history: EMPTY_HISTORY });
      this.#pieces.push([]);
      this.#now.push(undefined);
      this.#steps.push(0);
    }
  }

  /** Updates done, in all runs. */
  get steps(): number {
    return this.#steps.reduce((sum, steps) => sum + steps, 0);
  }

  /** Updates that the run has done, as far as is known. */
  stepOf(index: number): number {
    return this.#steps[index] ?? 0;
  }

  addPoints(index: number, points: History): void {
    this.#steps[index] = points.step.at(-1) ?? 0;
    this.#now[index] = undefined;
    this.#pieces[index]?.push(this.#thinning.next(index, points));
  }

  /** The run waits after so many updates. */
  setHeld(index: number, step: number, now: History | undefined): void {
    this.#steps[index] = step;
    this.#now[index] = now;
  }

  /** Returns what is kept of the result. */
  setResult(index: number, result: RunResult): RunResult {
    const { ending, history } = result;
    const last = finalPoint(ending, history);
    const kept = { ...result, history: this.#thinning.whole(history, [last, history.step.length - 1]) };
    const run = this.runs[index];
    if (!run) return kept;
    this.over++;
    this.#now[index] = undefined;
    this.#steps[index] = ending.state === 'diverged' ? ending.step : (history.step.at(-1) ?? this.stepOf(index));
    // The result has the whole history, unless the run died: then what had come stays.
    if (history.step.length > 0) this.#pieces[index] = [this.#thinning.whole(history)];
    run.ending = ending;
    run.final = Object.fromEntries(history.columns.map(({ split, metric, values }) => [`${split}.${metric}`, values[last] ?? NaN]));
    if (history.step.length > 0) run.time = result.totalTime;
    if (kept.fit) run.fit = kept.fit;
    if (kept.probes) run.probes = kept.probes;
    if (kept.confusion) run.confusion = kept.confusion;
    if (kept.mistakes) run.mistakes = kept.mistakes;
    if (kept.pretraining) run.pretraining = kept.pretraining;
    if (kept.reliability) run.reliability = kept.reliability;
    return kept;
  }

  /** Bring histories up to date; called once per drawing, not once per message. */
  gather(): LiveRun[] {
    for (const [index, run] of this.runs.entries()) {
      const pieces = this.#pieces[index]!;
      const now = this.#now[index];
      if (pieces.length > 1) this.#pieces[index] = [joinHistories(pieces)];
      const [history = EMPTY_HISTORY] = this.#pieces[index]!;
      run.history = now ? joinHistories([history, now]) : history;
    }
    return this.runs;
  }
}
