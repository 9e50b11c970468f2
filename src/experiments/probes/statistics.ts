/** What becomes of the accuracy when the statistics of batches, with which batch normalization trains, give way to running ones. */
import { thresholdOf } from '../../engines/metric.ts';
import { count, every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

/** Accuracies over the same examples of the training split. */
export interface Statistics {
  /** With the statistics of each batch. */
  batch: number;
  /** With running statistics, as everywhere else. */
  running: number;
  /** The first less the second. */
  gap: number;
}

export const statistics: PointProbe<Statistics> = {
  name: 'statistics',
  title: 'batch and running statistics',
  summary: 'Accuracy on examples of the training split with the statistics of batches, and with running ones.',
  options: { every, examples, batch: count('examples in a batch; 0 for as many as in training', 0, 0, 100_000) },
  when: 'points',
  lacks: ({ task }) => (task === 'classification' ? undefined : 'data with classes'),
  async read(context, options) {
    const { network, training } = context.plan.plan;
    const { x, y, examples: rows } = trainingRows(context, Number(options.examples));
    const of = (outputs: Float32Array) => accuracy(outputs, y, rows, thresholdOf(network));
    const batch = of((await context.trainer.batchActivations(x, rows, Number(options.batch) || training.batchSize)).at(-1)!);
    const running = of(await context.trainer.predict(x, rows));
    return { batch, running, gap: batch - running };
  },
};

/** Share of rows in which the largest output, or the side of the threshold, is that of the label. */
function accuracy(outputs: Float32Array, y: Float32Array, rows: number, threshold: number): number {
  const width = outputs.length / rows;
  let right = 0;
  for (let row = 0; row < rows; row++) {
    const answer = (values: Float32Array, middle: number) =>
      width === 1 ? Number(values[row]! > middle) : largest(values.subarray(row * width, (row + 1) * width));
    if (answer(outputs, threshold) === answer(y, 0.5)) right++;
  }
  return right / rows;
}

function largest(values: Float32Array): number {
  return values.indexOf(Math.max(...values));
}
