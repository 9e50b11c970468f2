/** The runs of a job as they grow: histories put together from the pieces that workers send. */
import { EMPTY_HISTORY } from '../experiments/history.ts';
import { finalPoint } from '../experiments/summary.ts';
import type { History, Run, RunResult } from '../experiments/types.ts';
import type { LiveRun } from '../figures/adapter.ts';

export class LiveRuns {
  readonly runs: LiveRun[];
  /** Updates done, in all runs. */
  steps = 0;
  readonly #pieces: History[][];

  constructor(runs: readonly Run[]) {
    this.runs = runs.map(({ arm, seed }) => ({ arm: arm.label, seed, history: EMPTY_HISTORY }));
    this.#pieces = runs.map(() => []);
  }

  addPoints(index: number, points: History): void {
    this.#pieces[index]?.push(points);
  }

  setResult(index: number, { ending, history, totalTime, fit, probes, confusion }: RunResult): void {
    const run = this.runs[index];
    if (!run) return;
    // The result has the whole history, unless the run died: then what had come stays.
    if (history.step.length > 0) this.#pieces[index] = [history];
    run.ending = ending;
    run.finalPoint = finalPoint(ending, history);
    if (history.step.length > 0) run.time = totalTime;
    if (fit) run.fit = fit;
    if (probes) run.probes = probes;
    if (confusion) run.confusion = confusion;
  }

  /** Bring histories up to date; called once per drawing, not once per message. */
  gather(): LiveRun[] {
    this.steps = 0;
    for (const [index, pieces] of this.#pieces.entries()) {
      const run = this.runs[index];
      if (!run) continue;
      const joined = join(pieces);
      this.#pieces[index] = pieces.length > 0 ? [joined] : [];
      run.history = joined;
      this.steps += run.ending?.state === 'diverged' ? run.ending.step : (run.history.step.at(-1) ?? 0);
    }
    return this.runs;
  }
}

function join(pieces: History[]): History {
  const [first] = pieces;
  if (!first || pieces.length === 1) return first ?? EMPTY_HISTORY;
  return {
    step: concatenate(pieces.map(({ step }) => step)),
    epoch: concatenate(pieces.map(({ epoch }) => epoch)),
    columns: first.columns.map(({ split, metric }, column) => ({
      split,
      metric,
      values: concatenate(pieces.map(({ columns }) => columns[column]?.values ?? new Float64Array())),
    })),
  };
}

function concatenate(arrays: Float64Array[]): Float64Array {
  const whole = new Float64Array(arrays.reduce((length, array) => length + array.length, 0));
  let offset = 0;
  for (const array of arrays) {
    whole.set(array, offset);
    offset += array.length;
  }
  return whole;
}
