/** What a changed experiment can still report: what it asks for beyond that goes, as figures and verdicts do. */
import { shapeOf } from '../../datasets/index.ts';
import { findEntry } from '../../nn/entry.ts';
import type { Arm } from '../configuration/arm.ts';
import { MOST_POINTS } from '../configuration/limits.ts';
import { CONFUSION, metricNamesOf } from '../configuration/metrics.ts';
import { armSize } from '../plan/armSize.ts';
import { probes as catalog } from '../probes/index.ts';
import type { Experiment } from '../spec/experiment.ts';

type Observation = Pick<Experiment, 'metrics' | 'probes' | 'history'>;

export function observable({ metrics, probes, history }: Experiment, arms: readonly Arm[]): Observation {
  const shapes = arms.map(({ configuration }) => shapeOf(configuration.dataset));
  const has = (metric: string) =>
    shapes.every(({ task }) => metricNamesOf(task, 'train').includes(metric) || (metric === CONFUSION && task === 'classification'));
  const reads = (name: string) => shapes.every((shape) => findEntry('probe', catalog, name).lacks?.(shape) === undefined);
  const updates = Math.max(...arms.map(({ configuration }) => armSize(configuration).updates));
  return {
    ...(metrics && { metrics: orNone(metrics.filter(has)) }),
    ...(probes && { probes: orNone(probes.filter(({ name }) => reads(name))) }),
    // A longer run is reported at fewer of its updates.
    ...(history && { history: { ...history, every: Math.max(history.every, Math.ceil(updates / MOST_POINTS)) } }),
  };
}

function orNone<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
