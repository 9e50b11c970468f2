/** Draws networks and measures how signals fare in them: forward, and backward. Runs in a worker, and when the site is built. */
import type { RunPlan, Trainer } from '../../../engines/engine.ts';
import { fusedEngine } from '../../../engines/fused/fused.ts';
import { drawWeights } from '../../../experiments/plan/initialParameters.ts';
import { histogram, moments, type Histogram } from '../../../experiments/probes/histogram.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { libm } from '../../../kernel/libm.ts';
import { openStream } from '../../../kernel/random.ts';
import { losses, optimizers, type Activation, type Initializer } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';
import { layerTheory, type LayerTheory } from './theory.ts';
import { density, weightLaw, type WeightLaw } from './weightLaw.ts';

export interface Setup {
  initializer: Initializer;
  activation: Activation;
  /** Features: fan-in of the first layer. */
  inputs: number;
  /** Units of each hidden layer, and of the output. */
  width: number;
  /** Hidden layers. */
  depth: number;
  /** The first of SEEDS seeds. */
  seed: number;
}

export interface Measurement {
  setup: Setup;
  law: WeightLaw;
  /** Weights of the first layer, first seed; `density` of the law at the middle of each bin. */
  weights: { histogram: Histogram; sigma: number; density: (number | null)[] };
  /** [seed][hidden layer]: mean square of the activations, and of ∂L/∂z where that of the output is 1. */
  activations: number[][];
  gradients: number[][];
  /** Undefined where weights are not random with mean 0. */
  theory?: LayerTheory;
}

/** Networks that are drawn; the figure shows their median. */
export const SEEDS = 5;
/** Examples that go forward, and those that go backward, one by one. */
const FORWARD = 64;
const BACKWARD = 8;
const BINS = 40;

export async function measure(kernel: Kernel, setup: Setup): Promise<Measurement> {
  const engine = fusedEngine(kernel);
  const { exp } = libm(kernel);
  const widths = [setup.inputs, ...new Array<number>(setup.depth + 1).fill(setup.width)];
  const laws = widths.slice(1).map((units, layer) => weightLaw(setup.initializer, widths[layer]!, units));
  const law = laws[0]!;
  const first = drawWeights(setup.initializer, setup.inputs, setup.width, kernel, setup.seed, 0);
  const counted = histogram(first, BINS);
  const activations: number[][] = [];
  const gradients: number[][] = [];
  for (let index = 0; index < SEEDS; index++) {
    const trainer = await engine.create(planOf(setup, widths, kernel, setup.seed + index));
    const { features, signs } = signals(kernel, setup, setup.seed + index);
    activations.push((await trainer.activations(features, FORWARD)).slice(0, -1).map(meanSquare));
    gradients.push(await gradientsOf(trainer, setup, features, signs));
    trainer.dispose();
  }
  const isRandom = laws.every((each) => each.kind !== 'constant' && !('mean' in each && each.mean !== 0));
  return {
    setup,
    law,
    weights: {
      histogram: counted,
      sigma: Math.sqrt(moments(first).variance),
      density: centers(counted).map((w) => density(law, w, exp) ?? null),
    },
    activations,
    gradients,
    ...(isRandom && { theory: await layerTheory(engine, setup.activation, widths, laws.map(({ sigma }) => sigma * sigma), exp) }), // prettier-ignore
  };
}

/** Middles of the bins. */
function centers({ low, high, counts }: Histogram): number[] {
  return counts.map((_, bin) => low + ((bin + 0.5) * (high - low)) / counts.length);
}

/** Biases are 0. The loss is the mean distance to a label far away, whose gradient has the same size at every output. */
function planOf({ initializer, activation }: Setup, widths: number[], kernel: Kernel, seed: number): RunPlan {
  const units = widths.slice(1);
  return {
    network: {
      inputs: widths[0]!,
      layers: units.map((count, layer) => ({ units: count, activation: layer < units.length - 1 ? activation : { name: 'linear' } })),
      loss: withDefaults(findEntry('loss', losses, 'meanAbsoluteError')),
    },
    training: { optimizer: withDefaults(findEntry('optimizer', optimizers, 'sgd')), batchSize: FORWARD, shuffle: false },
    parameters: units.map((count, layer) => ({ kernel: drawWeights(initializer, widths[layer]!, count, kernel, seed, layer), bias: new Float32Array(count) })),
    data: { train: { examples: 1, x: new Float32Array(widths[0]!), y: new Float32Array(units.at(-1)!) } },
    seed,
  };
}

/** Features are standard normal. Errors at the outputs are +1 or −1 at random, so that they neither add up nor cancel. */
function signals(kernel: Kernel, { inputs, width }: Setup, seed: number): { features: Float32Array; signs: Float32Array } {
  const mark = kernel.mark();
  const draw = openStream(kernel, seed, 'probe', 0);
  const toss = openStream(kernel, seed, 'probe', 1);
  const features = Float32Array.from({ length: FORWARD * inputs }, () => draw.normal());
  const signs = Float32Array.from({ length: BACKWARD * width }, () => (toss.integer(2) === 0 ? 1 : -1));
  kernel.release(mark);
  return { features, signs };
}

/** Of one example alone, the gradient with respect to a layer's biases is ∂L/∂z. */
async function gradientsOf(trainer: Trainer, { inputs, width, depth }: Setup, features: Float32Array, signs: Float32Array): Promise<number[]> {
  const totals = new Array<number>(depth + 1).fill(0);
  for (let example = 0; example < BACKWARD; example++) {
    const x = features.subarray(example * inputs, (example + 1) * inputs);
    const y = signs.subarray(example * width, (example + 1) * width).map((sign) => -sign * FAR);
    const layers = await trainer.gradients(x, y, 1);
    layers.forEach(({ bias }, layer) => (totals[layer]! += meanSquare(bias)));
  }
  return totals.slice(0, depth).map((total) => total / totals[depth]!);
}

function meanSquare(values: Float32Array): number {
  return values.reduce((total, value) => total + value * value, 0) / values.length;
}

/** Farther than any output that is finite in a figure. */
const FAR = 1e36;
