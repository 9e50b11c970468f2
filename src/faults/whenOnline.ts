import { Fault } from './fault.ts';

/** Calls `again` when the network is back, where its absence was the fault. Returns how to wait no longer. */
export function whenOnline(error: unknown, again: () => void): () => void {
  const stop = new AbortController();
  if (error instanceof Fault && error.kind === 'network') window.addEventListener('online', again, { once: true, signal: stop.signal });
  return () => stop.abort();
}
