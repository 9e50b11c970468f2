/**
 * The worker in which a search decides what to try next. A model of the scores takes longer than a page may be held up; the others
 * decide here too, so that there is one way. Networks train in the workers of the pool.
 */
import { loadKernel } from '../../kernel/browser.ts';
import { startTurns, type FromSearchWorker, type ToSearchWorker } from './searchTurns.ts';

/** What a dedicated worker's global scope offers; the project's types are those of a page. */
const scope = globalThis as unknown as {
  postMessage(message: FromSearchWorker): void;
  addEventListener(type: 'message', handler: (event: MessageEvent<ToSearchWorker>) => void): void;
};

const receive = startTurns(loadKernel, (message) => scope.postMessage(message));
scope.addEventListener('message', (event) => receive(event.data));
