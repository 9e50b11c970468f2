/** The worker in which networks train: the page's main thread never does. */
import { loadEngine } from '../../engines/index.ts';
import type { PoolPort, ToWorker } from '../../experiments/pool/protocol.ts';
import { serve } from '../../experiments/pool/serve.ts';
import { loadKernel } from '../../kernel/browser.ts';
import { siteData } from './siteSource.ts';
import { workerScope } from './scope.ts';

const scope = workerScope<ToWorker, unknown>();

const port: PoolPort = {
  post: (message, transfer) => scope.postMessage(message, transfer),
  onMessage: (handler) => scope.addEventListener('message', (event) => handler(event.data)),
};

// Under way while the reader is still on the way to Run.
const kernel = loadKernel();
kernel.catch((error: unknown) => {
  // Out of the promise, so that the worker dies: the pool then starts a new one, which tries again.
  setTimeout(() => {
    throw error;
  });
});
void import('../../engines/fused/fused.ts');

serve(port, { loadKernel: () => kernel, loadEngine, source: siteData() });
