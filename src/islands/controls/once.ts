/** Loads at the first call, for all that follow; what failed is tried again at the next. */
export function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let coming: Promise<Loaded> | undefined;
  return () =>
    (coming ??= load().catch((reason: unknown) => {
      coming = undefined;
      throw reason;
    }));
}
