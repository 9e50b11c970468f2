/** Judges while networks train elsewhere: thousands of resamplings, which the page's main thread has no time for. */
import { judgeMeasured, type Case, type MeasuredRun } from '../../experiments/verdicts/judge.ts';
import type { Judgement } from '../../experiments/types.ts';
import { loadKernel } from '../../kernel/browser.ts';

export interface Question {
  case: Case;
  runs: readonly MeasuredRun[];
}
/** `problem`: why the case could not be judged. */
export type Answer = { judgements: Judgement[] } | { problem: string };

/** What a dedicated worker's global scope offers; the project's types are those of a page. */
const scope = globalThis as unknown as {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', handler: (event: MessageEvent<Question>) => void): void;
};

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
