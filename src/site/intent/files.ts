/**
 * Fetches what an island needs, all of it at once, before any of it is run: a chain of imports would ask for one after the other, and
 * some browsers remember a module that did not come as broken for as long as the page is open. What is needed stands in
 * the page, written by islandFiles.ts; in development it does not, and modules load as they import each other.
 */
import { readFrom } from '../../faults/askFor.ts';
import type { IslandFiles } from './islandFiles.ts';
import { startWorker } from './startedWorkers.ts';

let listed: Record<string, IslandFiles> | undefined;
const fetched = new Map<string, Promise<void>>();

/** Resolves when the island's modules and data are here; workers and the kernel are under way by then. Rejects with a Fault. */
export async function fetchFiles(island: HTMLElement, wanted: Wanted): Promise<void> {
  const { modules, workers, first, others, needs, later } = filesOf(island, wanted);
  for (const url of first) {
    const coming = fetchFile(url, 'high');
    coming.then(
      () => workers.includes(url) && startWorker(url),
      () => undefined,
    );
  }
  const needed = Promise.all(needs.map((url) => fetchFile(url, 'high')));
  for (const url of [...others, ...later]) fetchFile(url, 'high').catch(() => undefined);
  await needed;
  // Where the server lets nothing be kept without asking, they are asked for side by side.
  for (const href of modules) preload(href);
}

/** Without haste, and without a word if it fails. */
export function fetchAhead(island: HTMLElement, wanted: Wanted): void {
  const { first, needs, others, later } = filesOf(island, wanted);
  for (const url of [...first, ...needs, ...others, ...later]) fetchFile(url, 'low').catch(() => undefined);
}

interface Wanted {
  /** Waited for. */
  data?: string;
  along?: string;
}

function filesOf(island: HTMLElement, { data, along }: Wanted): IslandFiles & { needs: string[] } {
  listed ??= JSON.parse(document.getElementById('island-files')?.textContent ?? '{}') as Record<string, IslandFiles>;
  const own = listed[island.getAttribute('component-url') ?? ''];
  const { modules, workers, first, others, later } = own ?? { modules: [], workers: [], first: [], others: [], later: [] };
  return { modules, workers, first, later, others: [...others, ...(along ? [along] : [])], needs: [...modules, ...(data ? [data] : [])] };
}

function fetchFile(url: string, priority: RequestPriority): Promise<void> {
  const known = fetched.get(url);
  if (known) return known;
  const coming = read(url, priority);
  fetched.set(url, coming);
  coming.catch(() => fetched.delete(url));
  return coming;
}

/** Into the browser's cache. */
async function read(url: string, priority: RequestPriority): Promise<void> {
  await readFrom(url, (response) => response.arrayBuffer(), { priority });
}

const preloaded = new Set<string>();

function preload(href: string): void {
  if (preloaded.has(href)) return;
  preloaded.add(href);
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
}
