/** The worker that reads a CSV file, as the control sees it: one question at a time, each with its answer. */
import { explainWorker } from '../../../faults/explain.ts';
import type { Task } from '../../../datasets/dataset.ts';
import type { FromReader, OwnColumns, OwnData, ToReader } from './ownData.ts';

export interface OwnDataReader {
  /** Rejects with an error whose message is for the reader; so does `choose`. */
  read(file: File): Promise<OwnColumns>;
  choose(label: string, task: Task): Promise<OwnData>;
  close(): void;
}

export function openOwnDataReader(): OwnDataReader {
  const worker = new Worker(new URL('./ownData.worker.ts', import.meta.url), { type: 'module', name: 'own data' });
  const ask = (question: ToReader) =>
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
    async choose(label, task) {
      return ((await ask({ type: 'choose', label, task })) as FromReader & { type: 'data' }).own;
    },
    close: () => worker.terminate(),
  };
}
