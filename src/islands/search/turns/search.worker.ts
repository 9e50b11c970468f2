/**
 * The worker in which a search decides what to try next. A model of the scores takes longer than a page may be held up; the others
 * decide here too, so that there is one way. Networks train in the workers of the pool.
 */
import { loadKernel } from '../../../kernel/browser.ts';
import { startTurns, type FromSearchWorker, type ToSearchWorker } from './searchTurns.ts';
import { workerScope } from '../../workers/scope.ts';

const scope = workerScope<ToSearchWorker, FromSearchWorker>();

const receive = startTurns(loadKernel, (message) => scope.postMessage(message));
scope.addEventListener('message', (event) => receive(event.data));
