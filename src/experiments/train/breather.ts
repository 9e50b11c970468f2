/**
 * Lets a worker breathe: every 16 ms or so, messages get through. A run that was cancelled ends there, and one that is
 * held waits, for as long as it takes. Neither changes what is computed.
 */
import type { Trainer } from '../../engines/engine.ts';
import type { RunSignal } from './runSignal.ts';
import { SlicePace } from './slicePace.ts';
import type { History } from './result.ts';

/** Thrown where a run notices that it was cancelled; trainRun turns it into an ending. */
export class Cancelled extends Error {}

export interface BreatherOptions {
  breathe?(): Promise<void>;
  signal?: RunSignal;
  /** Called before each breath. `isUrgent`: the run is about to wait. */
  flush(isUrgent: boolean): void;
  /** Called each time the wait of a run that is held begins: where, and what is to be seen there. */
  onHeld?(step: number, now: History | undefined): void;
}

export class Breather {
  /** Milliseconds spent in updates, and held. */
  trainingTime = 0;
  heldTime = 0;
  /** Updates that the training itself has done; pre-training comes before the first. */
  step = 0;
  readonly #options: BreatherOptions;
  readonly #pace = new SlicePace();

  constructor(options: BreatherOptions) {
    this.#options = options;
  }

  /** Updates that may be done before the run is to wait; at least 1 after `pause`. */
  get allowance(): number {
    return (this.#options.signal?.until ?? Infinity) - this.step;
  }

  /** Breathe if it is time to, and wait while the run is held; `look` sees what is to be seen there. Throws Cancelled. */
  async pause(look?: () => Promise<History | undefined>): Promise<void> {
    if (!this.#pace.isOver() && this.allowance > 0) return;
    const { flush, onHeld, breathe, signal } = this.#options;
    flush(this.allowance <= 0);
    await breathe?.();
    while (signal && !signal.cancelled && this.allowance <= 0) {
      const start = performance.now();
      const changed = signal.changed();
      const now = onHeld && (await look?.());
      // While it looked, it may have been told to go on.
      if (this.allowance <= 0) onHeld?.(this.step, now);
      await changed;
      this.heldTime += performance.now() - start;
    }
    if (signal?.cancelled) throw new Cancelled();
    this.#pace.begin();
  }

  /** As many updates as fit the time, at most `most`. */
  async train(trainer: Trainer, most: number, rates: (count: number) => Float64Array | undefined = () => undefined): Promise<void> {
    const count = Math.min(this.#pace.updates, most);
    const before = performance.now();
    await trainer.train(count, rates(count));
    const took = performance.now() - before;
    this.trainingTime += took;
    this.#pace.learn(count, took);
  }
}
