/** The worker in which networks train: the page's main thread never does. The fused engine is part of it; others load when they are chosen. */
import '../../engines/fused/fused.ts';
import { loadEngine } from '../../engines/index.ts';
import type { PoolPort, ToWorker } from '../../experiments/pool/protocol.ts';
import { serve } from '../../experiments/pool/serve.ts';
import { instantiate, type Kernel } from '../../kernel/kernel.ts';
import { siteData } from './siteSource.ts';
import { workerScope } from './scope.ts';

/** Comes once, from the page (spawn.ts). */
interface KernelMessage {
  type: 'kernel';
  module: WebAssembly.Module;
}

const scope = workerScope<ToWorker | KernelMessage, unknown>();

const kernel = new Promise<Kernel>((resolve, reject) => {
  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'kernel') instantiate(data.module).then(resolve, reject);
  });
});

const port: PoolPort = {
  post: (message, transfer) => scope.postMessage(message, transfer),
  onMessage: (handler) => scope.addEventListener('message', ({ data }) => data.type !== 'kernel' && handler(data)),
};

kernel.catch((error: unknown) => {
  // Out of the promise, so that the worker dies: the pool then starts a new one, which tries again.
  setTimeout(() => {
    throw error;
  });
});

serve(port, { loadKernel: () => kernel, loadEngine, source: siteData() });
