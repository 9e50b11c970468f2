/** Lets a worker breathe: every 16 ms or so, messages get through, and a run that was cancelled ends. */
import type { Trainer } from '../engines/engine.ts';
import { SlicePace } from './slicePace.ts';

/** Thrown where a run notices that it was cancelled; trainRun turns it into an ending. */
export class Cancelled extends Error {}

export interface BreatherOptions {
  breathe?(): Promise<void>;
  signal?: { cancelled: boolean };
  /** Called before each breath. */
  flush(): void;
}

export class Breather {
  /** Milliseconds spent in updates. */
  trainingTime = 0;
  readonly #options: BreatherOptions;
  readonly #pace = new SlicePace();

  constructor(options: BreatherOptions) {
    this.#options = options;
  }

  /** Breathe if it is time to. Throws Cancelled. */
  async pause(): Promise<void> {
    if (!this.#pace.isOver()) return;
    const { flush, breathe, signal } = this.#options;
    flush();
    await breathe?.();
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
