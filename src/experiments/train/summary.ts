/** One number for a run: its metric at the end, at its best, or on average over training. */
import type { Split } from '../../engines/engine.ts';
import { columnOf } from './history.ts';
import { findMetric, worst } from '../configuration/metrics.ts';
import type { Ending, History, RunResult } from './result.ts';

/** When in its history a run is judged. */
export type Moment = 'final' | 'best' | 'area';

/**
 * final: after the last update, or, where the run went back to its best epoch, after that. best: at the point
 * where the metric of the validation split is best, so that what another split reads there was not chosen by its own luck; without a validation split,
 * the best of all points. area: the mean over the
 * updates, by the trapezoid rule: the area under the curve divided by its length.
 * A run that diverged gives the worst value there is; one that was cancelled or failed gives undefined.
 */
export function summarize({ ending, history }: RunResult, split: Split, metric: string, at: Moment): number | undefined {
  if (ending.state === 'diverged') return worst(metric);
  const values = columnOf(history, split, metric);
  if (ending.state !== 'finished' || !values || values.length === 0) return undefined;
  if (at === 'final') return values[finalPoint(ending, history)];
  if (at === 'best') return values[bestPoint(columnOf(history, 'validation', metric) ?? values, metric)];
  const steps = history.step;
  const area = values.slice(1).reduce((sum, value, i) => sum + ((value + values[i]!) / 2) * (steps[i + 1]! - steps[i]!), 0);
  return area / (steps.at(-1)! - steps[0]!);
}

/** The first of the best, if there are several. */
function bestPoint(values: Float64Array, metric: string): number {
  const sign = findMetric(metric).better === 'low' ? 1 : -1;
  return values.reduce((best, value, point) => (sign * value < sign * values[best]! ? point : best), 0);
}

/** Index of the point whose parameters are the final ones. */
export function finalPoint(ending: Ending, { step }: History): number {
  const best = ending.state === 'finished' && ending.earlyStopping?.restored ? ending.earlyStopping.best : undefined;
  const point = best ? step.indexOf(best.step) : -1;
  return point >= 0 ? point : step.length - 1;
}
