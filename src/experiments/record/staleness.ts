/** The one rule for whether a recording still holds: it is of this experiment or search, of the spec as it is, and of the kernel as it is. */

/** What a recording says it was made of, or what it would say if it were made now. */
export interface Origin {
  /** Id of the experiment or search. */
  id: string;
  /** Digest of the explicit spec. */
  spec: string;
  /** Name of the kernel (see kernelStamp.ts). */
  kernel: string;
}

/** A sentence that says what is stale and what to run, to follow “the recording is stale: ”; undefined if the recording holds. */
export function staleness(recorded: Origin, now: Origin): string | undefined {
  const record = `npm run -s lab -- record ${now.id}`;
  if (recorded.id !== now.id) return `it belongs to "${recorded.id}". Run: ${record}`;
  if (recorded.spec !== now.spec) return `it was made from another version of the spec (${recorded.spec}, now ${now.spec}). Run: ${record}`;
  if (recorded.kernel !== now.kernel) {
    return `it was made with another kernel (${recorded.kernel}, now ${now.kernel}). If both compute the same numbers, run: npm run -s lab -- stamp. If not: ${record}`;
  }
  return undefined;
}
