/** The worker in which races are run. */
import { loadKernel } from '../../../kernel/browser.ts';
import { race, type Race, type Setup } from './race.ts';

export interface Request {
  id: number;
  setup: Setup;
}
export type Answer = { id: number } & ({ race: Race } | { problem: string });

/** What a dedicated worker's global scope offers; the project's types are those of a page. */
const scope = globalThis as unknown as {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', handler: (event: MessageEvent<Request>) => void): void;
};

const kernel = loadKernel();
// Told with the first answer.
kernel.catch(() => undefined);

scope.addEventListener('message', ({ data: { id, setup } }) => {
  kernel
    .then((ready) => scope.postMessage({ id, race: race(ready, setup) }))
    .catch((error: unknown) => {
      scope.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
    });
});
