/** The one way to a learning rate: a schedule, with a warm-up before it or without. */
import { findEntry, type Choice } from '../entry.ts';
import type { Moment } from './entry.ts';
import { schedules } from './index.ts';

/** Learning rate of the update at `moment`. Throws for a schedule that is not in the catalog. */
export function scheduledRate(schedule: Choice, moment: Moment, warmUp?: Choice): number {
  const entry = findEntry('schedule', schedules, schedule.name);
  if (!warmUp) return entry.rate(schedule, moment);
  const { step, totalSteps, stepsPerEpoch } = moment;
  const length = Math.round(Number(warmUp.epochs) * stepsPerEpoch);
  const rest = { ...moment, totalSteps: Math.max(1, totalSteps - length) };
  if (step >= length) return entry.rate(schedule, { ...rest, step: step - length });
  const start = Number(warmUp.start);
  return entry.rate(schedule, { ...rest, step: 0 }) * (start + ((1 - start) * step) / length);
}

/** Rates of `count` updates from `moment` on, as `Trainer.train` takes them. */
export function scheduledRates(schedule: Choice, moment: Moment, count: number, warmUp?: Choice): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => scheduledRate(schedule, { ...moment, step: moment.step + i }, warmUp));
}
