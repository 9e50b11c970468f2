import { explainWorker } from '../../faults/explain.ts';
import type { Download, ExportRequest } from '../../export/request.ts';
import type { FromExporter } from './export.worker.ts';

/** The file that answers a request, written in a worker of its own. Rejects with an error whose message is for the reader. */
export async function writeExport(request: ExportRequest): Promise<Download> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module', name: 'export' });
  const done = new Promise<Download>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromExporter>) => {
      if ('refused' in data) reject(new Error(data.refused));
      else resolve(data.download);
    };
    worker.onerror = (event) => void explainWorker(event).then(reject);
  });
  worker.postMessage(request);
  try {
    return await done;
  } finally {
    worker.terminate();
  }
}
