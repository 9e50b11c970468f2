/** What is reported of a network on a split. The loss is what training minimises; the rest are metrics. */
import type { Task } from '../../datasets/dataset.ts';
import type { Split } from '../../engines/engine.ts';
import type { Matters } from './matters.ts';

export interface Metric {
  name: string;
  title: string;
  /** One sentence with units. */
  summary: string;
  /** The tasks that have it; both for the loss. */
  tasks: readonly Task[];
  better: 'low' | 'high';
  /** The smallest difference that matters, where a verdict does not say. */
  matters: Matters;
  /** Reported only where the spec asks for it, or what it has switched on calls for it. */
  onRequest?: true;
  /** Says nothing of a split, and is reported beside the training loss. */
  ofTheRun?: true;
  /** Only where the outputs are probabilities. */
  ofProbabilities?: true;
}

const BOTH = ['classification', 'regression'] as const;

export const metrics: readonly Metric[] = [
  {
    name: 'loss',
    title: 'loss',
    summary: 'What training minimises, as the mean over the split.',
    tasks: BOTH,
    better: 'low',
    matters: { ofChance: 0.01, share: 0.1 },
  },
  { name: 'accuracy', title: 'accuracy', summary: 'Share of examples whose class is predicted.', tasks: ['classification'], better: 'high', matters: 0.005 },
  {
    name: 'mae',
    title: 'mean absolute error',
    summary: 'In the units in which the network sees the labels.',
    tasks: ['regression'],
    better: 'low',
    matters: { share: 0.05 },
  },
  {
    name: 'rmse',
    title: 'root mean squared error',
    summary: 'In the units in which the network sees the labels.',
    tasks: ['regression'],
    better: 'low',
    matters: { share: 0.05 },
  },
  {
    name: 'rss',
    title: 'residual sum of squares',
    summary: 'Over the examples of the split, in the data’s own units, squared.',
    tasks: ['regression'],
    better: 'low',
    matters: { share: 0.05 },
  },
  {
    name: 'r2',
    title: 'R²',
    summary: 'Share of the labels’ variance that is explained, as the mean over labels; 0 for predicting their mean.',
    tasks: ['regression'],
    better: 'high',
    matters: 0.005,
    onRequest: true,
  },
  {
    name: 'f1',
    title: 'F₁',
    summary: 'Harmonic mean of precision and recall, averaged over the classes (macro).',
    tasks: ['classification'],
    better: 'high',
    matters: 0.005,
    onRequest: true,
  },
  {
    name: 'logLoss',
    title: 'log loss',
    summary: 'Mean of −ln of the probability given to the right class: the cross-entropy, with labels that are not smoothed.',
    tasks: ['classification'],
    better: 'low',
    matters: { share: 0.1 },
    onRequest: true,
    ofProbabilities: true,
  },
  {
    name: 'calibrationError',
    title: 'calibration error',
    summary:
      'Expected calibration error: how far the probability of the class predicted and the share of such predictions that are right are apart, on average over ten bins.',
    tasks: ['classification'],
    better: 'low',
    matters: 0.01,
    onRequest: true,
    ofProbabilities: true,
  },
  {
    name: 'penalty',
    title: 'penalty',
    summary: 'What the regularizers add to the loss; that on activities as the mean over the training split.',
    tasks: BOTH,
    better: 'low',
    matters: { share: 0.05 },
    onRequest: true,
    ofTheRun: true,
  },
  {
    name: 'objective',
    title: 'loss with penalty',
    summary: 'What training with regularizers minimises: training loss plus penalty.',
    tasks: BOTH,
    better: 'low',
    matters: { ofChance: 0.01, share: 0.1 },
    onRequest: true,
    ofTheRun: true,
  },
  {
    name: 'learningRate',
    title: 'learning rate',
    summary: 'Of the last step; before training, of the first.',
    tasks: BOTH,
    better: 'low',
    matters: { share: 0.05 },
    onRequest: true,
    ofTheRun: true,
  },
];

/** Whether these outputs are probabilities, which is what some metrics are about. */
export function areProbabilities(outputActivation: string): boolean {
  return outputActivation === 'softmax' || outputActivation === 'sigmoid';
}

export const metricNames = metrics.map(({ name }) => name);

/** Asked for like a metric, but a table: it is in the result, not in the history. */
export const CONFUSION = 'confusionMatrix';

export function metricsOf(task: Task): Metric[] {
  return metrics.filter(({ tasks }) => tasks.includes(task));
}

/** Names of the metrics that can be had of a split. */
export function metricNamesOf(task: Task, split: Split): string[] {
  return metricsOf(task).flatMap(({ name, ofTheRun }) => (ofTheRun && split !== 'train' ? [] : [name]));
}

export function findMetric(name: string): Metric {
  const metric = metrics.find((candidate) => candidate.name === name);
  if (!metric) throw new Error(`Unknown metric "${name}"; allowed: ${metricNames.join(', ')}.`);
  return metric;
}

/** The value that stands for a run that diverged: worse than any. */
export function worst(name: string): number {
  return findMetric(name).better === 'low' ? Infinity : -Infinity;
}
