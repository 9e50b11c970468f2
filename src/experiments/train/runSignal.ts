/** What a run is told from outside while it trains: to end, or how far it may go for now. It listens when it breathes. */
export class RunSignal {
  cancelled = false;
  /** The run waits once it has done this many updates. Defaults to never. */
  until = Infinity;
  #wake: (() => void) | undefined;

  cancel(): void {
    this.cancelled = true;
    this.#wake?.();
  }

  /** 0: wait at the next breath, wherever that is. */
  proceed(until: number): void {
    this.until = until;
    this.#wake?.();
  }

  /** Resolves when the run is told something else. */
  changed(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }
}
