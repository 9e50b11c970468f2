/**
 * The claim of a trial, judged again as runs come in, always about all that is known. What judges brings the schemas of a spec along: it
 * loads while the networks train, after their first curve.
 */
import type { MeasuredRun } from '../../../experiments/verdicts/judge.ts';
import type { Arm } from '../../../experiments/configuration/arm.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import type { Trial } from './trial.ts';

export const loadJudge = () => import('../../../experiments/verdicts/judge.ts');

/** Milliseconds between two judgements while runs come in: of short runs, hundreds come in a second. */
const PAUSE = 100;

export class LiveVerdict {
  readonly #trial: Trial;
  readonly #onJudged: (judgements: Judgement[]) => void;
  readonly #runs: MeasuredRun[] = [];
  /** Not measured yet. */
  #waiting: { arm: Arm; result: RunResult }[] = [];
  #seen = 0;
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
    this.#waiting.push({ arm, result });
    // A seed speaks once all of its arms have.
    if (++this.#seen < this.#trial.arms.length) return;
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      // That it could not be loaded is told when all is judged.
      this.judge().then(this.#onJudged, () => undefined);
    }, PAUSE);
  }

  /** Of all that has come in. Rejects where what judges does not come. */
  async judge(): Promise<Judgement[]> {
    clearTimeout(this.#due);
    this.#due = undefined;
    const { judgeMeasured, measureRun } = await loadJudge();
    const { experiment, arms } = this.#trial;
    for (const { arm, result } of this.#waiting.splice(0)) this.#runs.push(measureRun(experiment.verdicts, arm, result));
    return judgeMeasured({ verdicts: experiment.verdicts, axes: experiment.axes, arms }, this.#runs);
  }
}
