/** A training worker of the browser, as the pool sees it. It gets the kernel from the page, which fetches it while the worker's script is on its way. */
import { Fault } from '../../faults/fault.ts';
import { explain, explainWorker } from '../../faults/explain.ts';
import type { FromWorker, WorkerPort } from '../../experiments/pool/protocol.ts';
import { takeWorker } from '../../site/intent/startedWorkers.ts';
import { handKernel } from './handKernel.ts';
import workerUrl from './training.worker.ts?worker&url';

export function spawn(): WorkerPort {
  const worker = takeWorker(workerUrl);
  const kernel = handKernel(worker);
  kernel.catch(() => undefined);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (handler) => worker.addEventListener('message', (event: MessageEvent<FromWorker>) => handler(event.data)),
    onError(handler) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        void explainWorker(event).then(handler);
      });
      worker.addEventListener('messageerror', () => handler(new Fault('memory', 'A message from the worker could not be read.')));
      kernel.catch(async (error: unknown) => handler(await explain(error)));
    },
    terminate: () => worker.terminate(),
  };
}
