/** How many updates to do at a stretch so that a worker stays responsive with fast and slow engines alike. */

/** Milliseconds of work between two breaths. */
const SLICE = 16;
/** One call should take about this share of a slice, so that slices end near their time. */
const CALL = SLICE / 4;
const MOST_UPDATES = 1_000_000;

export class SlicePace {
  /** Updates to do in the next call. Starts low, since the engine's speed is not known yet. */
  updates = 1;
  #end = performance.now() + SLICE;

  begin(): void {
    this.#end = performance.now() + SLICE;
  }

  isOver(): boolean {
    return performance.now() >= this.#end;
  }

  /** `updates` took `milliseconds`. At most doubles, so that one lucky reading does not lead to a long slice. */
  learn(updates: number, milliseconds: number): void {
    // Browsers round their clocks: a reading of 0 says just that it was fast.
    const wanted = milliseconds > 0 ? Math.floor((updates * CALL) / milliseconds) : 2 * updates;
    const ceiling = Math.min(2 * this.updates, MOST_UPDATES);
    this.updates = Math.max(1, Math.min(wanted, ceiling));
  }
}
