/** The worker that draws and measures networks: a wide and deep one takes a while. */
import { loadKernel } from '../../../kernel/browser.ts';
import { measure, type Measurement, type Setup } from './measure.ts';

export interface Request {
  id: number;
  setup: Setup;
}
export type Answer = { id: number } & ({ measurement: Measurement } | { problem: string });

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
    .then((ready) => measure(ready, setup))
    .then(
      (measurement) => scope.postMessage({ id, measurement }),
      (error: unknown) => scope.postMessage({ id, problem: error instanceof Error ? error.message : String(error) }),
    );
});
