/** The time t of time-based and exponential decay. */
import type { BooleanHyperparameter, Choice } from '../entry.ts';
import type { Moment } from './entry.ts';

export function perEpoch(value: boolean): BooleanHyperparameter {
  return { kind: 'boolean', symbol: '\\text{perEpoch}', description: 't counts whole epochs instead of updates', default: value };
}

/** Updates done, or whole epochs done. */
export function elapsed(choice: Choice, { step, stepsPerEpoch }: Moment): number {
  return choice.perEpoch === true ? Math.floor(step / stepsPerEpoch) : step;
}
