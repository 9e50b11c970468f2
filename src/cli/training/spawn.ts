/** Workers of the pool on node:worker_threads. */
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../../experiments/pool/protocol.ts';

/** `entry`: the module that the worker runs. Defaults to worker.ts, which has every engine. */
export function spawnWorker(entry = new URL('./worker.ts', import.meta.url)): WorkerPort {
  const worker = new Worker(entry);
  let over = false;
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (handler) => void worker.on('message', handler),
    onError(handler) {
      const report = (message: string) => {
        // A crash is followed by an exit: one report is enough.
        if (!over) handler(new Error(`The worker stopped: ${message}`));
        over = true;
      };
      worker.on('error', (error) => report(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => report(`it ended with exit code ${code}`));
    },
    terminate() {
      over = true;
      void worker.terminate();
    },
  };
}
