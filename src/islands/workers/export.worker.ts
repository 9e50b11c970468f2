/** Writes exports off the page's main thread: programs draw the data of every seed, tables may be long. */
import { answer } from '../../export/answer.ts';
import type { Download, ExportRequest } from '../../export/request.ts';
import { loadKernel } from '../../kernel/browser.ts';
import { siteData } from './siteSource.ts';
import { workerScope } from './scope.ts';

export type FromExporter = { download: Download } | { refused: string };

const scope = workerScope<ExportRequest, FromExporter>();

scope.addEventListener('message', ({ data }) => {
  void write(data).then(
    (download) => scope.postMessage({ download }),
    (error: unknown) => scope.postMessage({ refused: error instanceof Error ? error.message : String(error) }),
  );
});

async function write(request: ExportRequest): Promise<Download> {
  const source = siteData();
  return answer(request, { kernel: await loadKernel(), source });
}
