/** The claim of a trial, judged again as runs come in, always about all that is known. */
import { judgeMeasured, measureRun, type MeasuredRun } from '../../../experiments/verdicts/judge.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import type { Trial } from './trial.ts';

/** Milliseconds between two judgements while runs come in: of short runs, hundreds come in a second. */
const PAUSE = 100;

export class LiveVerdict {
  readonly #trial: Trial;
  readonly #onJudged: (judgements: Judgement[]) => void;
  readonly #runs: MeasuredRun[] = [];
  #due: ReturnType<typeof setTimeout> | undefined;

  /** `onJudged`: told from time to time while runs come in. */
  constructor(trial: Trial, onJudged: (judgements: Judgement[]) => void) {
    this.#trial = trial;
    this.#onJudged = onJudged;
  }

  /** Take what the verdicts need of a run; the run itself need not be kept. */
  add(index: number, result: RunResult): void {
    const { arm } = this.#trial.runs[index]!;
    if (result.ending.state !== 'finished' && result.ending.state !== 'diverged') return;
    this.#runs.push(measureRun(this.#trial.experiment.verdicts, arm, result));
    // A seed speaks once all of its arms have.
    if (this.#runs.length < this.#trial.arms.length) return;
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      this.#onJudged(this.judge());
    }, PAUSE);
  }

  /** Of all that has come in. Nothing is told after it until another run comes in. */
  judge(): Judgement[] {
    clearTimeout(this.#due);
    this.#due = undefined;
    const { experiment, arms } = this.#trial;
    return judgeMeasured({ verdicts: experiment.verdicts, axes: experiment.axes, arms }, this.#runs);
  }
}
