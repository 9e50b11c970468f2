/** Features that stay bytes until a batch is gathered give the bits that the same features as floats give. */
import { beforeAll, describe, expect, it } from 'vitest';
import { numbersOf, type Examples, type FeatureColumns } from '../../../src/datasets/dataset.ts';
import { findDataset } from '../../../src/datasets/index.ts';
import { featureNumbers, SPLITS, type Engine, type EngineName, type Features, type RunPlan } from '../../../src/engines/engine.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import { confusionMatrix } from '../../../src/experiments/measure/confusion.ts';
import { runDigest } from '../../../src/experiments/train/digest.ts';
import { historyOf } from '../../../src/experiments/train/history.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { pretrain } from '../../../src/experiments/train/pretrain.ts';
import { Breather } from '../../../src/experiments/train/breather.ts';
import { trainingRows } from '../../../src/experiments/probes/trainingRows.ts';
import type { Configuration } from '../../../src/experiments/configuration/configuration.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import type { CodedRows } from '../../../src/kernel/coded.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { openStream } from '../../../src/kernel/random.ts';

const TRAIN = 330;
const TEST = 70;
let kernel: Kernel;

beforeAll(async () => {
  kernel = await loadKernel();
});

/** Pictures with an empty margin, of which every other pixel is ink of some shade. */
function pictures(): Examples<CodedRows> {
  const shape = findDataset('mnist').shape({ examples: TRAIN, testExamples: TEST });
  const codes = new Uint8Array(shape.examples * shape.features);
  const mark = kernel.mark();
  const stream = openStream(kernel, 7, 'data');
  codes.forEach((_, i) => {
    const column = i % 28;
    const row = Math.floor(i / 28) % 28;
    if (column > 3 && column < 24 && row > 3 && row < 24 && stream.integer(2) === 1) codes[i] = stream.integer(256);
  });
  const y = Float64Array.from({ length: shape.examples }, () => stream.integer(10));
  kernel.release(mark);
  return { ...shape, y, x: { codes, columns: 784, values: Float32Array.from({ length: 256 }, (_, shade) => shade / 255) } };
}

function configurationOf(changes: { scaling?: string; network?: object; training?: object; split?: object; pretraining?: object }): Configuration {
  const spec = {
    title: 'A test',
    claim: 'It trains.',
    dataset: { name: 'mnist', examples: TRAIN, testExamples: TEST },
    split: { validation: 0.2, ...changes.split },
    scaling: changes.scaling ?? 'none',
    network: { hidden: [7], activation: 'sigmoid', ...changes.network },
    training: { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', learningRate: 0.1 }, batchSize: 9, epochs: 2, ...changes.training },
    ...(changes.pretraining && { pretraining: changes.pretraining }),
  };
  return parseExperiment(spec, 'coded-test.yaml').configuration;
}

/** What an engine makes of a plan: digest of its course and of its final parameters, and all that it can be asked. */
async function course(engine: Engine, plan: RunPlan<Features>, updates: number) {
  const trainer = await engine.create(plan);
  const points = [];
  for (let step = 0; ; step += updates / 2) {
    const evaluations = Object.fromEntries(await Promise.all(SPLITS.map(async (split) => [split, await trainer.evaluate(split)] as const)));
    points.push({ step, epoch: step, evaluations });
    if (step >= updates) break;
    await trainer.train(updates / 2);
  }
  const parameters = await trainer.parameters();
  const { x, y, examples } = plan.data.train;
  const outputs = await trainer.predict(x, examples);
  const activations = await trainer.activations(x, examples);
  trainer.dispose();
  const confusion = confusionMatrix(outputs, y, examples, 10, 0.5);
  return { digest: runDigest({ state: 'finished' }, historyOf(points), parameters), outputs, activations, confusion };
}

/** The same configuration on bytes and on floats. */
function pairOf(configuration: Configuration): { coded: ReturnType<typeof planRun>; floats: ReturnType<typeof planRun> } {
  const examples = pictures();
  const asFloats: Examples<FeatureColumns> = { ...examples, x: numbersOf(examples.x) };
  const [coded, floats] = [examples, asFloats].map((given) => planRun(configuration, 3, kernel, given));
  expect(coded!.plan.data.train.x).toHaveProperty('codes');
  expect(floats!.plan.data.train.x).toBeInstanceOf(Float32Array);
  return { coded: coded!, floats: floats! };
}

const cases: [string, Parameters<typeof configurationOf>[0]][] = [
  ['as they are', {}],
  ['scaled to [0, 1] column by column', { scaling: 'minMax' }],
  ['standardized', { scaling: 'standardize' }],
  ['in the stored order', { training: { shuffle: false } }],
  ['in batches that need more than one pass', { training: { batchSize: 100, optimizer: 'adam' } }],
  ['disturbed, so that no feature is left out', { network: { noise: { input: 0.1 }, inputDropout: 0.2 }, scaling: 'standardize' }],
  ['stratified, with labels smoothed', { split: { stratified: true }, training: { loss: { name: 'categoricalCrossentropy', labelSmoothing: 0.1 } } }],
];

describe.each<EngineName>(['fused', 'tfjs-wasm'])('%s', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadEngine(name, kernel);
  });

  it.each(cases)('features %s', async (_, changes) => {
    const { coded, floats } = pairOf(configurationOf(changes));
    const [a, b] = [await course(engine, coded.plan, 30), await course(engine, floats.plan, 30)];
    expect(a).toEqual(b);
    expect(a.outputs.some((output) => output !== a.outputs[0])).toBe(true);
  });

  it('moved copies are bytes as well, so that all splits are read alike', async () => {
    const augmentation = { copies: 2, shift: 2, rotation: 20, scaling: 0, shear: 0, elastic: 1 };
    const { plan } = planRun({ ...configurationOf({ scaling: 'standardize' }), augmentation }, 3, kernel, pictures());
    expect(plan.data.train.examples).toBe(3 * TRAIN - 3 * plan.data.validation!.examples);
    expect(plan.data.train.x).toHaveProperty('codes');
    const data = Object.fromEntries(SPLITS.map((split) => [split, { ...plan.data[split]!, x: featureNumbers(plan.data[split]!.x) }])) as typeof plan.data;
    expect(await course(engine, plan, 30)).toEqual(await course(engine, { ...plan, data }, 30));
  });
});

it('what probes are shown are the same numbers', () => {
  const { coded, floats } = pairOf(configurationOf({ scaling: 'standardize' }));
  const shown = (plan: ReturnType<typeof planRun>) => trainingRows({ plan } as Parameters<typeof trainingRows>[0], 50);
  expect(shown(coded)).toEqual(shown(floats));
  expect(shown(coded).x.length).toBe(50 * 784);
});

it('pre-training gives back the same numbers', async () => {
  const configuration = configurationOf({ pretraining: { epochs: 1, optimizer: 'sgd', batchSize: 20 } });
  const { coded, floats } = pairOf(configuration);
  const engine = await loadEngine('fused', kernel);
  const pretrained = (plan: ReturnType<typeof planRun>) => pretrain(configuration, plan, engine, kernel, new Breather({ flush: () => undefined }));
  expect(await pretrained(coded)).toEqual(await pretrained(floats));
});

it('splits share the bytes', () => {
  const examples = pictures();
  const { data } = planRun(configurationOf({ scaling: 'standardize' }), 1, kernel, examples).plan;
  for (const split of SPLITS) expect((data[split]!.x as CodedRows).codes).toBe(examples.x.codes);
});
