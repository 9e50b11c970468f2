/** Schedules of the learning rate: what each says about itself, and the function from step to rate. */
import type { Libm } from '../../kernel/libm.ts';
import type { Choice, Entry, NumberHyperparameter } from '../entry.ts';
import type { PlateauState } from './plateau.ts';

/** When, and what a schedule may depend on. */
export interface Moment {
  /** Updates done before the one whose rate is asked for: 0 for the first. */
  step: number;
  /** Updates of the whole run, at least 1. */
  totalSteps: number;
  /** Updates in one pass over the training split, at least 1. */
  stepsPerEpoch: number;
  /** The optimizer's learning rate η₀, from which schedules start. */
  learningRate: number;
  math: Libm;
  /** What reduceOnPlateau has seen so far. */
  plateau?: PlateauState;
}

export interface ScheduleEntry extends Entry {
  /** Learning rate of the update at `moment`. Pure. */
  rate(choice: Choice, moment: Moment): number;
}

/** A share of the base learning rate. */
export function share(symbol: string, description: string, value: number): NumberHyperparameter {
  return { kind: 'number', symbol, description, default: value, min: 0, max: 1 };
}

/** A length in epochs; parts of an epoch are allowed. */
export function epochs(symbol: string, description: string, value: number): NumberHyperparameter {
  return { kind: 'number', symbol, description: `${description}, in epochs`, default: value, min: 0, max: 1e6, exclusiveMin: true };
}
