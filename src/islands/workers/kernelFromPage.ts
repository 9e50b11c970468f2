/** The worker's side of handKernel.ts: a page fetches and compiles the kernel once, while the scripts of its workers are on their way. */
import { instantiate, type Kernel } from '../../kernel/kernel.ts';
import type { WorkerScope } from './scope.ts';

/** Comes once. */
export interface KernelMessage {
  type: 'kernel';
  module: WebAssembly.Module;
}

export interface Handed<Message> {
  /** Rejects where the page's kernel cannot be instantiated. */
  kernel: Promise<Kernel>;
  /** All messages but that. */
  onMessage(handler: (message: Message) => void): void;
}

export function kernelFromPage<Message extends { type: string }>(
  scope: Pick<WorkerScope<Message | KernelMessage, unknown>, 'addEventListener'>,
): Handed<Message> {
  const isKernel = (message: Message | KernelMessage): message is KernelMessage => message.type === 'kernel';
  return {
    kernel: new Promise((resolve, reject) => {
      scope.addEventListener('message', ({ data }) => {
        if (isKernel(data)) instantiate(data.module).then(resolve, reject);
      });
    }),
    onMessage: (handler) => scope.addEventListener('message', ({ data }) => !isKernel(data) && handler(data)),
  };
}
