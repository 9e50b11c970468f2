/** Watches a run epoch by epoch for its best one. */
import type { LayerParameters, Split } from '../../engines/engine.ts';
import type { Evaluations } from '../measure/evaluation.ts';
import { findMetric } from '../configuration/metrics.ts';
import type { Plan } from '../plan/plan.ts';
import type { EarlyStop } from './result.ts';
import type { EarlyStoppingSpec } from '../configuration/configuration.ts';

export interface Watch {
  metric: string;
  split: Split;
}

/** What checkpoints and reduceOnPlateau go by: the validation loss, or the training loss where there is no validation split. */
export function watchOf({ plan }: Plan): Watch {
  return { metric: 'loss', split: plan.data.validation ? 'validation' : 'train' };
}

/** The watched value such that lower is better. */
export function watched(evaluations: Evaluations, { metric, split }: Watch): number {
  const value = evaluations[split]?.[metric] ?? NaN;
  return findMetric(metric).better === 'low' ? value : -value;
}

export interface BestEpoch {
  epoch: number;
  step: number;
  value: number;
  parameters: LayerParameters[];
}

/** Early stopping (Prechelt 1998), by the rules of Keras' EarlyStopping: an epoch counts as better if it is by more than minDelta. */
export class EarlyStopping {
  readonly #spec: EarlyStoppingSpec;
  #best: BestEpoch | undefined;
  #wait = 0;
  #epoch = 0;

  constructor(spec: EarlyStoppingSpec) {
    this.#spec = spec;
  }

  get restored(): LayerParameters[] | undefined {
    return this.#spec.restoreBest ? this.#best?.parameters : undefined;
  }

  /** After an epoch. Returns whether to stop. */
  async observe(epoch: number, step: number, evaluations: Evaluations, parameters: () => Promise<LayerParameters[]>): Promise<boolean> {
    const { patience, minDelta, restoreBest } = this.#spec;
    const value = watched(evaluations, this.#spec);
    this.#epoch = epoch;
    this.#wait++;
    if (!this.#best || value < this.#best.value - minDelta) {
      this.#best = { epoch, step, value, parameters: restoreBest ? await parameters() : [] };
      this.#wait = 0;
    }
    return this.#wait >= patience;
  }

  /** What there is to say at the end; undefined if not one epoch was completed. */
  outcome(): EarlyStop | undefined {
    if (!this.#best) return undefined;
    const { epoch, step, value } = this.#best;
    const { metric, split, patience, restoreBest } = this.#spec;
    const stopped = this.#wait >= patience;
    const what = `${split} ${findMetric(metric).title}`;
    const explanation =
      (stopped
        ? `Stopped at epoch ${this.#epoch}: the ${what} had not become better for ${patience === 1 ? '1 epoch' : `${patience} epochs`}.`
        : `The budget was spent at epoch ${this.#epoch}.`) + ` Best was epoch ${epoch}${restoreBest ? ', whose parameters were restored' : ''}.`;
    return {
      stopped,
      epoch: this.#epoch,
      best: { epoch, step, value: findMetric(metric).better === 'low' ? value : -value },
      restored: restoreBest,
      explanation,
    };
  }
}
