/** Charts of catalog entries, computed as training computes them: by the kernel, and by the entries' own functions. */
import type { Engine } from '../../engines/engine.ts';
import type { EntryChart } from '../../figures/entryPicture.ts';
import { activationCurve } from '../../islands/explorers/activations/activationCurve.ts';
import { ratesOf, lengthOf } from '../../islands/explorers/schedules/ratesOf.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';
import { optimizers } from '../../nn/catalog.ts';
import type { ActivationEntry } from '../../nn/activations/entry.ts';
import { findEntry, withDefaults, type KernelEntry } from '../../nn/entry.ts';
import type { InitializerEntry } from '../../nn/initializers/entry.ts';
import type { ScheduleEntry } from '../../nn/schedules/entry.ts';

/** The function and its slope. Softmax, which has no curve of one number, has none. */
export async function activationChart(entry: ActivationEntry, engine: Engine): Promise<EntryChart | undefined> {
  if (entry.name === 'softmax') return undefined;
  const z = spread(-4, 4, 161);
  const { values, slopes } = await activationCurve(engine, withDefaults(entry), z);
  return {
    title: `${entry.title}${entry.forwardOnly ? '' : ' and its slope, dashed,'} from −4 to 4`,
    names: { x: 'z' },
    ...{ x: [-4, 4], y: [-1.8, 2.6], xTicks: [-4, 4], yTicks: [-1, 1, 2] },
    curves: [{ look: 'value', x: z, y: values }, ...(entry.forwardOnly ? [] : [{ look: 'slope' as const, x: z, y: slopes }])],
  };
}

/** The loss of one example: over output minus label, or over the score of the right class minus that of the other. */
export async function lossChart(entry: KernelEntry, engine: Engine): Promise<EntryChart> {
  const about = LOSS_CHARTS[entry.name];
  if (!about) throw new Error(`Found the loss "${entry.name}" without a chart; allowed: ${Object.keys(LOSS_CHARTS).join(', ')}.`);
  const { activation, y, of } = about;
  const outputs = y.length;
  const x = spread(-3, 3, 121);
  const trainer = await engine.create({
    network: { inputs: 1, layers: [{ units: outputs, activation: { name: activation } }], loss: withDefaults(entry) },
    training: { optimizer: withDefaults(findEntry('optimizer', optimizers, 'sgd')), batchSize: 1, shuffle: false },
    parameters: [{ kernel: new Float32Array(outputs), bias: new Float32Array(outputs) }],
    data: { train: { examples: 1, x: Float32Array.of(0), y: Float32Array.from(y) } },
    seed: 1,
  });
  const losses: number[] = [];
  for (const value of x) {
    const bias = new Float32Array(outputs);
    bias[0] = value;
    await trainer.setParameters([{ kernel: new Float32Array(outputs), bias }]);
    losses.push((await trainer.evaluate('train'))['loss']!);
  }
  trainer.dispose();
  return {
    title: `${entry.title} of one example over ${of}`,
    names: { x: `"${of}"`, y: 'L' },
    ...{ x: [-3, 3], y: [0, 4.4], xTicks: [-3, 3], yTicks: [2, 4] },
    curves: [{ look: 'value', x, y: losses }],
  };
}

const NUMBER = { activation: 'linear', y: [0], of: 'output minus label' };
const TWO_SCORES = { activation: 'softmax', y: [1, 0], of: 'lead of the right class' };
const ONE_SCORE = { activation: 'sigmoid', y: [1], of: 'score of the right class' };
const LOSS_CHARTS: Record<string, typeof NUMBER> = {
  meanSquaredError: NUMBER,
  halfSquaredError: NUMBER,
  meanAbsoluteError: NUMBER,
  huber: NUMBER,
  binaryCrossentropy: ONE_SCORE,
  categoricalCrossentropy: TWO_SCORES,
  kullbackLeibler: TWO_SCORES,
  hinge: { ...ONE_SCORE, activation: 'linear' },
};

/** How often which weight is drawn, between layers of 128 units. Those that draw nothing have no chart. */
export function initializerChart(entry: InitializerEntry, kernel: Kernel): EntryChart | undefined {
  const mark = kernel.mark();
  const weights = new Float32Array(UNITS * UNITS);
  entry.fill(weights, UNITS, UNITS, withDefaults(entry), openStream(kernel, 1, 'initializer'));
  kernel.release(mark);
  if (weights.every((weight) => weight === weights[0])) return undefined;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const weight of weights) {
    const bin = Math.floor(((weight + REACH) / (2 * REACH)) * BINS);
    if (bin >= 0 && bin < BINS) counts[bin]! += 1;
  }
  const most = Math.max(...counts);
  const edges = spread(-REACH, REACH, BINS + 1);
  return {
    title: `How often ${entry.title} draws a weight between −${REACH} and ${REACH}, for layers of ${UNITS} units`,
    names: { x: 'w' },
    ...{ x: [-REACH, REACH], y: [0, 1.1], xTicks: [-0.2, 0.2], yTicks: [] },
    filled: true,
    curves: [{ look: 'value', x: edges.flatMap((edge) => [edge, edge]), y: [0, ...counts.flatMap((count) => [count / most, count / most]), 0] }],
  };
}

const UNITS = 128;
const REACH = 0.35;
const BINS = 49;

/** The rate over 40 epochs, as a share of the first; reduceOnPlateau with the losses that the explorer gives it. */
export function scheduleChart(entry: ScheduleEntry): EntryChart {
  const run = { epochs: 40, examples: 100, batchSize: 10, learningRate: 1, warmUp: 0 };
  const { stepsPerEpoch, totalSteps } = lengthOf(run);
  const rateOf = ratesOf(withDefaults(entry), run);
  const rates = Array.from({ length: totalSteps }, (_, step) => rateOf(step));
  const top = Math.max(...rates);
  const high = top > 1 ? top : 1;
  return {
    title: `The learning rate under ${entry.title} over ${run.epochs} epochs`,
    names: { x: '"epoch"', y: '"rate"' },
    ...{ x: [0, run.epochs], y: [0, high * 1.15], xTicks: [10, 30], yTicks: [Number(high.toPrecision(2))] },
    curves: [{ look: 'value', x: rates.map((_, step) => step / stepsPerEpoch), y: rates }],
  };
}

function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}
