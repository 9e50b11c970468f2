/**
 * Workers that begin to read their scripts while the modules of an island are still on their way: on a machine with more than one core the
 * two go side by side. The page's script starts one of each kind, and the island's modules take it over; they share nothing but the page.
 */
declare global {
  /** By address. */
  var startedWorkers: Map<string, Worker> | undefined;
}

/** Nothing happens where one of these waits to be taken. */
export function startWorker(url: string): void {
  const started = (globalThis.startedWorkers ??= new Map());
  const { href } = new URL(url, location.href);
  if (started.has(href)) return;
  const worker = open(href);
  started.set(href, worker);
  // Whoever needs it starts another, and is told of its problem.
  worker.addEventListener('error', (event) => {
    if (started.get(href) !== worker) return;
    event.preventDefault();
    started.delete(href);
  });
}

/** The one that was started, or a new one. */
export function takeWorker(url: string): Worker {
  const { href } = new URL(url, location.href);
  const worker = globalThis.startedWorkers?.get(href);
  globalThis.startedWorkers?.delete(href);
  return worker ?? open(href);
}

/** Named for its script: "training" for "training.worker-x1.js". */
function open(href: string): Worker {
  const [name] = href.slice(href.lastIndexOf('/') + 1).split('.');
  return new Worker(href, { type: 'module', ...(name ? { name } : {}) });
}
