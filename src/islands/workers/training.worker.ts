/** The worker in which networks train: the page's main thread never does. The fused engine is part of it; others load when they are chosen. */
import '../../engines/fused/fused.ts';
import { loadEngine } from '../../engines/index.ts';
import type { PoolPort, ToWorker } from '../../experiments/pool/protocol.ts';
import { serve } from '../../experiments/pool/serve.ts';
import { kernelFromPage, type KernelMessage } from './kernelFromPage.ts';
import { siteData } from './siteSource.ts';
import { workerScope } from './scope.ts';

const scope = workerScope<ToWorker | KernelMessage, unknown>();
const { kernel, onMessage } = kernelFromPage<ToWorker>(scope);
const port: PoolPort = { post: (message, transfer) => scope.postMessage(message, transfer), onMessage };

kernel.catch((error: unknown) => {
  // Out of the promise, so that the worker dies: the pool then starts a new one, which tries again.
  setTimeout(() => {
    throw error;
  });
});

serve(port, { loadKernel: () => kernel, loadEngine, source: siteData() });
