/** A search whose turns are decided in a worker of its own. */
import { explainWorker } from '../../../faults/explain.ts';
import type { DrivenTurn } from '../../../search/run/drive.ts';
import type { Search } from '../../../search/search.ts';
import type { StrategyChoice } from '../../../search/strategies/strategyChoice.ts';
import type { FromSearchWorker, ToSearchWorker } from './searchTurns.ts';
import { takeWorker } from '../../../site/intent/startedWorkers.ts';
import { handKernel } from '../../workers/handKernel.ts';
import workerUrl from './search.worker.ts?worker&url';

export interface RemoteSearch {
  first: Promise<DrivenTurn>;
  /** Ends the worker; a turn that is waited for is over. */
  close(): void;
}

export function remoteSearch(search: Search, strategy: StrategyChoice, seed: number): RemoteSearch {
  const worker = takeWorker(workerUrl);
  let waiting: { resolve(turn: DrivenTurn): void; reject(error: Error): void } | undefined;
  const send = (message: ToSearchWorker) =>
    new Promise<DrivenTurn>((resolve, reject) => {
      waiting = { resolve, reject };
      worker.postMessage(message);
    });
  const turnOf = (ask: DrivenTurn['ask']): DrivenTurn => ({ ask, tell: (scores) => send({ type: 'tell', scores: [...scores] }) });
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearchWorker>) => {
    if (data.type === 'ask') waiting?.resolve(turnOf(data.asked));
    else waiting?.reject(new Error(data.message));
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    void explainWorker(event).then((fault) => waiting?.reject(fault));
  });
  const first = send({ type: 'begin', search, strategy, seed });
  handKernel(worker).catch((error: unknown) => waiting?.reject(error as Error));
  return {
    first,
    close() {
      worker.terminate();
      waiting?.resolve({ ask: [], tell: () => turnOf([]) });
    },
  };
}
