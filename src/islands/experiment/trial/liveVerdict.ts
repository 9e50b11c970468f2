/**
 * The claim of a trial, judged again as runs come in: one question at a time, always about all that is known, and no more often than that
 * judging takes a tenth of the time.
 */
import { measureRun, type MeasuredRun } from '../../../experiments/verdicts/judge.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import type { Answer, Question } from '../../workers/judge.worker.ts';
import type { Trial } from './trial.ts';

/** Rest after a judgement, in multiples of what it took. */
const REST = 9;

export class LiveVerdict {
  readonly #trial: Trial;
  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #onJudged: (judgements: Judgement[]) => void;
  readonly #runs: MeasuredRun[] = [];
  #isAsking = false;
  #isStale = false;

  /** `onJudged`: told each time while runs come in. */
  constructor(trial: Trial, ask: (question: Question) => Promise<Answer>, onJudged: (judgements: Judgement[]) => void) {
    this.#trial = trial;
    this.#ask = ask;
    this.#onJudged = onJudged;
  }

  /** Take what the verdicts need of a run; the run itself need not be kept. */
  add(index: number, result: RunResult): void {
    const { arm } = this.#trial.runs[index]!;
    if (result.ending.state !== 'finished' && result.ending.state !== 'diverged') return;
    this.#runs.push(measureRun(this.#trial.experiment.verdicts, arm, result));
    // A seed speaks once all of its arms have.
    if (this.#runs.length >= this.#trial.arms.length) void this.#update();
  }

  /** Of all that has come in. */
  judge(): Promise<Answer> {
    this.#isStale = false;
    const { experiment, arms } = this.#trial;
    const { verdicts, axes } = experiment;
    return this.#ask({ case: { verdicts, axes, arms: arms.map(({ label, labels }) => ({ label, labels })) }, runs: this.#runs });
  }

  async #update(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#isStale) {
      this.#isStale = false;
      const start = performance.now();
      const answer = await this.judge();
      if ('judgements' in answer) this.#onJudged(answer.judgements);
      const took = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, REST * took));
    }
    this.#isAsking = false;
  }
}
