/** Keeps parameters on the way: after every so many epochs, and of the best epoch so far. */
import type { Trainer } from '../../engines/engine.ts';
import type { Checkpoint } from '../probes/probe.ts';
import type { Configuration } from '../configuration/configuration.ts';

type Spec = NonNullable<Configuration['training']['checkpoints']>;

export class Checkpoints {
  readonly #spec: Spec | undefined;
  readonly #regular: Checkpoint[] = [];
  #best: Checkpoint | undefined;
  #value = Infinity;

  constructor(spec: Spec | undefined) {
    this.#spec = spec;
  }

  /** In the order of their steps. An epoch that is both regular and best is there once. */
  get all(): Checkpoint[] {
    const best = this.#best;
    if (!best) return this.#regular;
    const others = this.#regular.filter(({ step }) => step !== best.step);
    return [...others, best].sort((a, b) => a.step - b.step);
  }

  /** After an epoch that ended with `value` (lower is better). */
  async observe(epoch: number, value: number, trainer: Trainer): Promise<void> {
    if (!this.#spec) return;
    const { every, best } = this.#spec;
    const regular = every !== undefined && epoch % every === 0;
    const better = best && value < this.#value;
    if (!regular && !better) return;
    const checkpoint = { step: trainer.step, epoch, best: false, parameters: await trainer.parameters() };
    if (regular) this.#regular.push(checkpoint);
    if (!better) return;
    this.#value = value;
    this.#best = { ...checkpoint, best: true };
  }
}
