/** The worker's side of latestAnswer.ts: questions are answered one after the other, because they share the kernel's memory. */
import { explain } from '../../faults/explain.ts';
import { loadKernel } from '../../kernel/browser.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Answered, Asked } from './latestAnswer.ts';
import { workerScope } from './scope.ts';

/** `answer`: takes the questions that the page's `latestAnswer` of this worker asks. */
export function answerQuestions(answer: (kernel: Kernel, question: never) => unknown): void {
  const scope = workerScope<Asked<never>, Answered<unknown>>();
  const kernel = loadKernel();
  // Told with the first answer.
  kernel.catch(() => undefined);
  let before: Promise<void> = Promise.resolve();
  scope.addEventListener('message', ({ data: { id, question } }) => {
    before = before
      .then(async () => answer(await kernel, question))
      .then(
        (found) => scope.postMessage({ id, answer: found }),
        async (error: unknown) => scope.postMessage({ id, problem: (await explain(error)).message }),
      );
  });
}
