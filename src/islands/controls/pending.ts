/** Changes that take their time. What depends on them waits until all that were asked for before it are made. */
export interface Pending {
  /** Hands the work back; it is waited for from now on, whether or not it succeeds. */
  add<Done>(work: Promise<Done>): Promise<Done>;
  /** Undefined where nothing is under way. */
  readonly settled: Promise<unknown> | undefined;
}

export function createPending(): Pending {
  let settled: Promise<unknown> | undefined;
  return {
    add(work) {
      const all = Promise.allSettled([settled, work]).then(() => {
        if (settled === all) settled = undefined;
      });
      settled = all;
      return work;
    },
    get settled() {
      return settled;
    },
  };
}
