/** The worker that reads a CSV file, as the control sees it: one question at a time, each with its answer. */
import { explainWorker } from '../../../faults/explain.ts';
import type { FromReader, OwnChoice, OwnColumns, OwnData, ToReader } from './ownData.ts';

export interface OwnDataReader {
  /** Rejects with an error whose message is for the reader; so does `choose`. */
  read(file: File): Promise<OwnColumns>;
  choose(choice: OwnChoice): Promise<OwnData>;
  close(): void;
}

export function openOwnDataReader(): OwnDataReader {
  const worker = new Worker(new URL('./ownData.worker.ts', import.meta.url), { type: 'module', name: 'own data' });
  let before: Promise<unknown> = Promise.resolve();
  /** In their order, whether the one before was refused or not. */
  const ask = (question: ToReader): Promise<FromReader> => {
    const answered = before.then(() => exchange(question));
    before = answered.catch(() => undefined);
    return answered;
  };
  const exchange = (question: ToReader) =>
    new Promise<FromReader>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
        if (data.type === 'refused') reject(new Error(data.why));
        else resolve(data);
      };
      worker.onerror = (event) => void explainWorker(event).then(reject);
      worker.postMessage(question);
    });
  return {
    async read(file) {
      return (await ask({ type: 'read', file })) as FromReader & { type: 'columns' };
    },
    async choose(choice) {
      return ((await ask({ type: 'choose', ...choice })) as FromReader & { type: 'data' }).own;
    },
    close: () => worker.terminate(),
  };
}
