/** A training worker of the browser, as the pool sees it. */
import type { FromWorker, WorkerPort } from '../../experiments/pool/protocol.ts';

export function spawn(): WorkerPort {
  const worker = new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module', name: 'training' });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (handler) => worker.addEventListener('message', (event: MessageEvent<FromWorker>) => handler(event.data)),
    onError(handler) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        handler(event.message || 'the worker could not be started');
      });
      worker.addEventListener('messageerror', () => handler('a message from the worker could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
