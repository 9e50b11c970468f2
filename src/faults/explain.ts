import { askFor } from './askFor.ts';
import { Fault } from './fault.ts';
import { isFramed } from './isFramed.ts';

/**
 * What a reader can do about an error of the browser's own: a Fault where it is one of loading or of memory, else the error as it is. Browsers tell
 * little of a script that did not come, so it is asked for once more.
 */
export async function explain(error: unknown): Promise<Error> {
  if (error instanceof Fault) return error;
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) };
  if (isFramed() && (name === 'SecurityError' || OF_MODULES.test(message))) return new Fault('frame', error);
  if (ofMemory(message)) return new Fault('memory', error);
  if (name === 'CompileError') return new Fault('damaged', error);
  if (OF_MODULES.test(message)) return (await whatIsMissing(message.match(/https?:\/\/[^\s"']+/g) ?? pageFiles())) ?? new Fault('renewed', error);
  return error instanceof Error ? error : new Error(message);
}

/** Why a worker does not work any more. `event`: its error; it says nothing where the worker's script, or one that this imports, did not come. */
export async function explainWorker({ message }: Pick<ErrorEvent, 'message'>): Promise<Fault> {
  if (message) return new Fault(ofMemory(message) ? 'memory' : 'worker', message);
  return (await whatIsMissing(pageFiles())) ?? new Fault('worker');
}

/** In Chromium, Firefox and Safari. */
const OF_MODULES = /dynamically imported module|importing a module script|module script failed/i;

/** Of WebAssembly memory that cannot grow or be had, and of arrays. */
function ofMemory(message: string): boolean {
  return /out of memory|memory size exceeded|memory\.grow|allocation failed|could not allocate|failed to grow/i.test(message);
}

/** Where all of these come, undefined. */
async function whatIsMissing(urls: readonly string[]): Promise<Fault | undefined> {
  const answers = await Promise.allSettled(urls.map((url) => askFor(url, { method: 'HEAD', cache: 'no-store' })));
  const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Fault] : []));
  // One that the server has no longer says more than one that is late.
  return reasons.find(({ kind }) => kind === 'renewed') ?? reasons[0];
}

/** All that islands of the page need (site/intent/islandFiles.ts). In a worker, and in development, the script or page itself. */
function pageFiles(): string[] {
  const listed = typeof document === 'undefined' ? undefined : document.getElementById('island-files')?.textContent;
  if (!listed) return typeof location === 'undefined' ? [] : [location.href];
  const islands = Object.values(JSON.parse(listed) as Record<string, Record<'modules' | 'first' | 'others' | 'later', string[]>>);
  return [...new Set(islands.flatMap(({ modules, first, others, later }) => [...modules, ...first, ...others, ...later]))];
}
