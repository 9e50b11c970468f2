/**
 * Equal what? What a run has done, in each of the units in which two runs can be held equal. Wall time, which differs
 * from machine to machine, is in the result itself (`trainingTime`).
 */
import { shapeOf } from '../../datasets/index.ts';
import { updatesPerEpoch } from '../../engines/engine.ts';
import { examplesSeen, updatesOf } from '../configuration/budget.ts';
import { layerWidths } from '../configuration/output.ts';
import { pretrainedExamples } from '../configuration/pretrainedExamples.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Configuration } from '../configuration/configuration.ts';

export const WORK_UNITS = ['epochs', 'updates', 'examples', 'multiplyAdds'] as const;
export type Work = Record<(typeof WORK_UNITS)[number], number>;

export const NO_WORK: Work = { epochs: 0, updates: 0, examples: 0, multiplyAdds: 0 };

/**
 * What has been done after so many updates of the training itself (defaults to those of the budget). `trained`: examples in
 * the training split; defaults to that of the configuration's shares, and differs in a fold. Pre-training, which comes before the
 * first update, is included in everything but the epochs.
 *
 * Multiply-adds are those of the matrix products, forward and backward, of training alone: evaluations, activations and
 * the optimizer's own arithmetic, which grow with the units or the weights but not with both, are left out.
 */
export function workAfter(configuration: Configuration, updates?: number, trained = splitSizes(configuration).train): Work {
  const { training } = configuration;
  const done = updates ?? updatesOf(training, trained, training.batchSize);
  const examples = examplesSeen(done, trained, training.batchSize);
  const widths = layerWidths(configuration, shapeOf(configuration.dataset));
  const own = { epochs: examples / trained, updates: done, examples, multiplyAdds: examples * multiplyAddsPerExample(widths) };
  return addWork(pretrainingWork(configuration, widths, trained), own);
}

/**
 * Multiply-adds to train on one example once. `widths`: [features, …hidden, outputs]. A layer of n inputs and m units
 * takes n·m forward, n·m for the gradient of its weights, and, but for the first, n·m to pass the gradient back.
 */
export function multiplyAddsPerExample(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, units, layer) => sum + (layer === 0 ? 2 : 3) * widths[layer]! * units, 0);
}

export function addWork(a: Work, b: Work): Work {
  return { epochs: a.epochs + b.epochs, updates: a.updates + b.updates, examples: a.examples + b.examples, multiplyAdds: a.multiplyAdds + b.multiplyAdds };
}

/** Each hidden layer in turn, as the encoder of an autoencoder; or the whole network on another task. */
function pretrainingWork(configuration: Configuration, widths: readonly number[], trained: number): Work {
  const { pretraining, network } = configuration;
  if (!pretraining) return NO_WORK;
  const { dataset, epochs, batchSize, layers = network.hidden.length } = pretraining;
  const seen = pretrainedExamples(configuration, trained);
  const [stages, perExample] = dataset
    ? [1, multiplyAddsPerExample(layerWidths({ ...configuration, dataset }, shapeOf(dataset)))]
    : [layers, network.hidden.slice(0, layers).reduce((sum, units, layer) => sum + multiplyAddsPerExample([widths[layer]!, units, widths[layer]!]), 0)];
  return {
    epochs: 0,
    updates: stages * epochs * updatesPerEpoch(seen, batchSize),
    examples: stages * epochs * seen,
    multiplyAdds: epochs * seen * perExample,
  };
}
