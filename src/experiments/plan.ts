/** From an explicit configuration and a seed to everything that an engine needs: data, scaled and split, and initial parameters. */
import type { Examples } from '../datasets/dataset.ts';
import { createExamples } from '../datasets/index.ts';
import { applyScaling, fitScaling, type Scaling } from '../datasets/scaling.ts';
import { holdout } from '../datasets/split.ts';
import { SPLITS, updatesPerEpoch, type LayerParameters, type RunPlan, type Split, type SplitData, type Splits } from '../engines/engine.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { openStream } from '../kernel/random.ts';
import { initializers } from '../nn/catalog.ts';
import { findEntry } from '../nn/entry.ts';
import { updatesOf } from './budget.ts';
import { isGiven } from './checkConfiguration.ts';
import { layerWidths } from './output.ts';
import type { Configuration, InitializerSpec } from './types.ts';

export interface Plan {
  plan: RunPlan;
  /** Updates that spend the budget. */
  updates: number;
  updatesPerEpoch: number;
  /** All examples in the data's own units. */
  examples: Examples;
  /** Labels of each split in the data's own units, [examples][labels]; regression alone. */
  targets: Partial<Record<Split, Float64Array>>;
  /** From the data's own units to what the network sees. */
  scaling: { features: Scaling; labels: Scaling };
}

/**
 * Streams by purpose: the data from (seed, 'data'), the holdout from (seed, 'split'), layer i's weights
 * from (seed, 'initializer', i); engines draw the batch order from (seed, 'order'). So arms of one seed
 * are paired in whatever their configurations have in common.
 */
export function planRun(configuration: Configuration, seed: number, kernel: Kernel): Plan {
  const { network, training } = configuration;
  const examples = createExamples(configuration.dataset, kernel, seed);
  const rows = holdout(examples.examples, configuration.split, kernel, seed);
  const scaling = {
    features: fitScaling(configuration.scaling.features, examples.x, examples.features, rows.train),
    labels: fitScaling(configuration.scaling.labels, examples.y, examples.labels, rows.train),
  };
  const widths = layerWidths(configuration, examples);
  const scaled: Examples = { ...examples, x: applyScaling(scaling.features, examples.x), y: applyScaling(scaling.labels, examples.y) };
  const data: Splits = { train: splitData(scaled, rows.train, widths.at(-1)!) };
  const targets: Plan['targets'] = {};
  for (const split of SPLITS) {
    if (rows[split].length === 0) continue;
    data[split] = splitData(scaled, rows[split], widths.at(-1)!);
    if (examples.task === 'regression') targets[split] = pickRows(examples.y, examples.labels, rows[split]);
  }
  const trained = rows.train.length;
  return {
    plan: {
      network: {
        inputs: examples.features,
        layers: widths.slice(1).map((units, layer) => ({ units, activation: layer === network.hidden.length ? network.outputActivation : network.activation })),
        loss: training.loss,
      },
      training: { optimizer: training.optimizer, batchSize: training.batchSize, shuffle: training.shuffle },
      parameters: initialParameters(network.initializer, widths, kernel, seed),
      data,
      seed,
    },
    updates: updatesOf(training, trained, training.batchSize),
    updatesPerEpoch: updatesPerEpoch(trained, training.batchSize),
    examples,
    targets,
    scaling,
  };
}

function splitData({ task, x, y, features, labels }: Examples, rows: Int32Array, outputs: number): SplitData {
  const numbers = task === 'classification' && outputs > 1 ? oneHot(y, rows, outputs) : pickRows(y, labels, rows);
  return { examples: rows.length, x: Float32Array.from(pickRows(x, features, rows)), y: Float32Array.from(numbers) };
}

function pickRows(values: Float64Array, columns: number, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => picked.set(values.subarray(row * columns, (row + 1) * columns), i * columns));
  return picked;
}

function oneHot(classes: Float64Array, rows: Int32Array, count: number): Float64Array {
  const picked = new Float64Array(rows.length * count);
  rows.forEach((row, i) => (picked[i * count + classes[row]!] = 1));
  return picked;
}

/** Biases start at zero, unless they are given. */
function initialParameters(initializer: InitializerSpec, widths: number[], kernel: Kernel, seed: number): LayerParameters[] {
  if (isGiven(initializer)) {
    return initializer.parameters.map(({ kernel: rows, bias }) => ({ kernel: Float32Array.from(rows.flat()), bias: Float32Array.from(bias) }));
  }
  const entry = findEntry('initializer', initializers, initializer.name);
  return widths.slice(1).map((units, layer) => {
    const inputs = widths[layer]!;
    const weights = new Float32Array(inputs * units);
    const mark = kernel.mark();
    entry.fill(weights, inputs, units, initializer, openStream(kernel, seed, 'initializer', layer));
    kernel.release(mark);
    return { kernel: weights, bias: new Float32Array(units) };
  });
}
