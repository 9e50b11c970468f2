/** Judges while networks train elsewhere: thousands of resamplings, which the page's main thread has no time for. */
import { judgeMeasured, type Case, type MeasuredRun } from '../../experiments/verdicts/judge.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import { loadKernel } from '../../kernel/browser.ts';
import { workerScope } from './scope.ts';

export interface Question {
  case: Case;
  runs: readonly MeasuredRun[];
}
/** `problem`: why the case could not be judged. */
export type Answer = { judgements: Judgement[] } | { problem: string };

const scope = workerScope<Question, Answer>();

const kernel = loadKernel();
kernel.catch(() => undefined);

scope.addEventListener('message', ({ data }) => void answer(data).then((it) => scope.postMessage(it)));

async function answer({ case: question, runs }: Question): Promise<Answer> {
  try {
    return { judgements: judgeMeasured(question, runs, await kernel) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
