/** The worker in which networks are trained and their surroundings surveyed. */
import { loadKernel } from '../../../kernel/browser.ts';
import type { Setup } from './setup.ts';
import { survey, type Survey } from './survey.ts';

export interface Request {
  id: number;
  setup: Setup;
}
export type Answer = { id: number } & ({ survey: Survey } | { problem: string });

/** What a dedicated worker's global scope offers; the project's types are those of a page. */
const scope = globalThis as unknown as {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', handler: (event: MessageEvent<Request>) => void): void;
};

const kernel = loadKernel();
// Told with the first answer.
kernel.catch(() => undefined);
/** One after the other: they share the kernel's memory. */
let before: Promise<void> = Promise.resolve();

scope.addEventListener('message', ({ data: { id, setup } }) => {
  before = before
    .then(async () => survey(await kernel, setup))
    .then(
      (found) => scope.postMessage({ id, survey: found }),
      (error: unknown) => scope.postMessage({ id, problem: error instanceof Error ? error.message : String(error) }),
    );
});
