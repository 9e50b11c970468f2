/** The work that the bench times. One row is one workload; everything else follows from it. */
import { circles } from '../../datasets/circles.ts';
import type { LayerParameters, NetworkPlan, RunPlan, SplitData } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';
import { activations, initializers, losses, optimizers } from '../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../nn/entry.ts';

export interface Workload {
  /** Layer sizes from features to classes, which also name it. */
  sizes: number[];
  batchSize: number;
  /** By name, with its defaults. */
  optimizer: string;
  /** Data: the circles of the chapters, or noise in the shape of 28 × 28 pictures, for which nothing but the time matters. */
  data: 'circles' | 'noise';
  /** How many times faster than another contender `fused` is meant to be. */
  targets: Record<string, number>;
}

export const workloads: readonly Workload[] = [
  { sizes: [2, 16, 16, 2], batchSize: 50, optimizer: 'adam', data: 'circles', targets: { 'tfjs-wasm': 40 } },
  { sizes: [784, 15, 25, 50, 75, 100, 150, 10], batchSize: 2, optimizer: 'sgd', data: 'noise', targets: {} },
  { sizes: [784, 128, 10], batchSize: 128, optimizer: 'adam', data: 'noise', targets: {} },
  { sizes: [784, 256, 256, 10], batchSize: 128, optimizer: 'adam', data: 'noise', targets: {} },
];

export function workloadName({ sizes, batchSize, optimizer }: Workload): string {
  return `${sizes.join('-')}, batch ${batchSize}, ${optimizer}`;
}

/**
 * Floating-point operations of one update, a multiply-add as two: per weight and example one multiply-add
 * forward, one for the weight's gradient and, but in the first layer, one for the gradient passed back.
 */
export function flopsPerUpdate({ sizes, batchSize }: Workload): number {
  const weights = sizes.slice(1).map((units, layer) => units * sizes[layer]!);
  return 2 * batchSize * weights.reduce((sum, count, layer) => sum + count * (layer === 0 ? 2 : 3), 0);
}

/** The plan every engine is given: relu, softmax, categorical cross-entropy, Glorot uniform, shuffled batches. */
export function workloadPlan(workload: Workload, kernel: Kernel): RunPlan {
  const { sizes, batchSize, optimizer } = workload;
  const mark = kernel.mark();
  const stream = openStream(kernel, SEED, 'initializer');
  const initializer = findEntry('initializer', initializers, 'glorotUniform');
  const parameters = sizes.slice(1).map((units, layer): LayerParameters => {
    const inputs = sizes[layer]!;
    const weights = new Float32Array(inputs * units);
    initializer.fill(weights, inputs, units, withDefaults(initializer), stream);
    return { kernel: weights, bias: new Float32Array(units) };
  });
  const network: NetworkPlan = {
    inputs: sizes[0]!,
    layers: sizes.slice(1).map((units, layer) => ({
      units,
      activation: withDefaults(findEntry('activation', activations, layer === sizes.length - 2 ? 'softmax' : 'relu')),
    })),
    loss: withDefaults(findEntry('loss', losses, 'categoricalCrossentropy')),
  };
  kernel.release(mark);
  const train = workload.data === 'circles' ? circlesData(kernel) : noiseData(sizes[0]!, sizes.at(-1)!, kernel);
  return {
    network,
    training: { optimizer: withDefaults(findEntry('optimizer', optimizers, optimizer)), batchSize, shuffle: true },
    parameters,
    data: { train },
    seed: SEED,
  };
}

const SEED = 1;
const NOISE_EXAMPLES = 1280;

function circlesData(kernel: Kernel): SplitData {
  const { examples, x, y } = circles.create({ examples: 2500, noise: 0.1, factor: 0.5 }, kernel, SEED);
  return { examples, x: Float32Array.from(x), y: oneHot(y, 2) };
}

function noiseData(inputs: number, classes: number, kernel: Kernel): SplitData {
  const mark = kernel.mark();
  const stream = openStream(kernel, SEED, 'data');
  const x = Float32Array.from({ length: NOISE_EXAMPLES * inputs }, () => stream.uniform());
  const y = oneHot(
    Float64Array.from({ length: NOISE_EXAMPLES }, () => stream.integer(classes)),
    classes,
  );
  kernel.release(mark);
  return { examples: NOISE_EXAMPLES, x, y };
}

function oneHot(labels: Float64Array, classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => void (rows[row * classes + label] = 1));
  return rows;
}
