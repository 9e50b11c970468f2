/** What is reported of a network on a split. The loss is what training minimises; the rest are metrics. */
import type { Task } from '../datasets/dataset.ts';

export interface Metric {
  name: string;
  title: string;
  /** One sentence with units. */
  summary: string;
  /** The task that has it; both for the loss. */
  tasks: readonly Task[];
  better: 'low' | 'high';
}

export const metrics: readonly Metric[] = [
  { name: 'loss', title: 'loss', summary: 'What training minimises, as the mean over the split.', tasks: ['classification', 'regression'], better: 'low' },
  { name: 'accuracy', title: 'accuracy', summary: 'Share of examples whose class is predicted.', tasks: ['classification'], better: 'high' },
  { name: 'mae', title: 'mean absolute error', summary: 'In the units in which the network sees the labels.', tasks: ['regression'], better: 'low' },
  { name: 'rmse', title: 'root mean squared error', summary: 'In the units in which the network sees the labels.', tasks: ['regression'], better: 'low' },
  {
    name: 'rss',
    title: 'residual sum of squares',
    summary: 'Over the examples of the split, in the data’s own units, squared.',
    tasks: ['regression'],
    better: 'low',
  },
];

export function metricsOf(task: Task): Metric[] {
  return metrics.filter(({ tasks }) => tasks.includes(task));
}

export function findMetric(name: string): Metric {
  const metric = metrics.find((candidate) => candidate.name === name);
  if (!metric) throw new Error(`Unknown metric "${name}"; allowed: ${metrics.map((m) => m.name).join(', ')}.`);
  return metric;
}

/** The value that stands for a run that diverged: worse than any. */
export function worst(name: string): number {
  return findMetric(name).better === 'low' ? Infinity : -Infinity;
}
