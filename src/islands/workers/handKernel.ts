import { loadModule } from '../../kernel/browser.ts';
import type { KernelMessage } from './kernelFromPage.ts';

/** Hands the kernel to a worker of the page. Rejects with a Fault where it does not come; the worker then waits for ever. */
export async function handKernel(worker: Worker): Promise<void> {
  const message: KernelMessage = { type: 'kernel', module: await loadModule() };
  worker.postMessage(message);
}
