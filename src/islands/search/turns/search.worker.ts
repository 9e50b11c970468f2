/**
 * The worker in which a search decides what to try next. A model of the scores takes longer than a page may be held up; the others
 * decide here too, so that there is one way. Networks train in the workers of the pool.
 */
import { startTurns, type FromSearchWorker, type ToSearchWorker } from './searchTurns.ts';
import { kernelFromPage, type KernelMessage } from '../../workers/kernelFromPage.ts';
import { workerScope } from '../../workers/scope.ts';

const scope = workerScope<ToSearchWorker | KernelMessage, FromSearchWorker>();
const { kernel, onMessage } = kernelFromPage<ToSearchWorker>(scope);
// Told with the first turn.
kernel.catch(() => undefined);
onMessage(
  startTurns(
    () => kernel,
    (message) => scope.postMessage(message),
  ),
);
