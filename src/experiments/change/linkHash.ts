import type { EngineName } from '../../engines/engine.ts';

/** Of the form of links. */
export const VERSION = 1;

/** The seed and the engine, where they are not the usual ones. */
export interface RunState {
  seed?: number;
  engine?: EngineName;
}

/** The hash of a link to an experiment. `changes`: `key=value`, encoded. */
export function linkHash(id: string, changes: readonly string[], { seed, engine }: RunState): string {
  const parts = [`v=${VERSION}`, `experiment=${encodeURIComponent(id)}`, ...changes];
  if (seed !== undefined) parts.push(`seed=${seed}`);
  if (engine !== undefined) parts.push(`engine=${engine}`);
  // Punctuation at the end of a link is taken for that of the sentence it stands in: the version goes behind a label that ends so.
  if (!/[\p{L}\p{N}]$/u.test(decodeURIComponent(parts.at(-1)!))) parts.push(parts.shift()!);
  return `#${parts.join('&')}`;
}
