/** Networks taken together, against numbers by hand and against outputs that were computed one by one. */
import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import type { Snapshots } from '../../../src/experiments/probes/snapshots.ts';
import { loadKernel } from '../../../src/kernel/node.ts';

const kernel = await loadKernel();
const engines = [await loadEngine('fused', kernel), await loadEngine('tfjs-cpu', kernel)];

interface Parts {
  dataset: object;
  network?: object;
  training: object;
  probes?: unknown[];
  [other: string]: unknown;
}

function parse({ dataset, network, training, ...rest }: Parts) {
  return parseExperiment(
    { dataset, network: { hidden: [], ...network }, training: { shuffle: false, ...training }, probes: ['snapshots'], ...rest },
    'snapshots.yaml',
  );
}

async function read(parts: Parts, engine = engines[0]!): Promise<Snapshots> {
  const [run] = expand(parse(parts), [1]);
  const result = await trainRun(run!, engine, kernel, {});
  const readings = result.probes!.filter(({ probe }) => probe === 'snapshots');
  expect(readings).toHaveLength(1);
  return readings[0] as unknown as Snapshots;
}

/**
 * One weight on x = 1 and x = −1, y = 0 (no bias gradient): the loss is w², the step w ← (1 − 2η) w. With η = ¼ and w = 1 at first: w = ½, ¼ and ⅛ after
 * the three epochs. Outputs are ±w, so that the mean of the outputs is that of the weights, 7/24.
 */
const line = {
  dataset: { name: 'inline', task: 'regression', x: [[1], [-1]], y: [0, 0] },
  network: { initializer: { name: 'given', parameters: [{ kernel: [[1]], bias: [0] }] } },
  training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0.25 }, batchSize: 2, epochs: 3, checkpoints: { every: 1 } },
};

test.each(engines)('in a linear network means of outputs and of weights are one: $name', async (engine) => {
  const { count, last, outputs, weights, outputsGain, weightsGain } = await read(line, engine);
  expect({ count, last }).toEqual({ count: 3, last: 1 / 64 });
  expect(outputs).toBeCloseTo((7 / 24) ** 2, 7);
  expect(weights).toBeCloseTo((7 / 24) ** 2, 7);
  expect([outputsGain, weightsGain]).toEqual([last - outputs, last - weights]);
});

test('a single snapshot at the end is the network at the end', async () => {
  const { count, last, outputs, weights } = await read({ ...line, training: { ...line.training, checkpoints: { every: 3 } } });
  expect({ count, outputs, weights }).toEqual({ count: 1, outputs: last, weights: last });
  // None was kept: the network at the end alone.
  expect(await read({ ...line, training: { ...line.training, checkpoints: { every: 5 } } })).toMatchObject({ count: 1, outputs: last, weights: last });
});

/** As long as a network was trained to a checkpoint, its parameters are those of a training that ends there. */
test.each(engines)('of classes: the mean of probabilities, on the test split: $name', async (engine) => {
  const moons = {
    dataset: { name: 'moons', examples: 40, noise: 0.2 },
    split: { validation: 0, test: 20 },
    network: { hidden: [3], activation: 'tanh' },
    training: { loss: 'binaryCrossentropy', optimizer: { name: 'sgd', learningRate: 1 }, batchSize: 5, epochs: 4, checkpoints: { every: 2 } },
  };
  const together = await read(moons, engine);
  const ends = await Promise.all([2, 4].map((epochs) => end({ ...moons, training: { ...moons.training, epochs } })));
  const [first, second] = ends.map(({ outputs }) => outputs);
  const { y, examples } = ends[0]!;
  const of = (probability: (row: number) => number) => {
    let sum = 0;
    for (let row = 0; row < examples; row++) sum -= Math.log(y[row] === 1 ? probability(row) : 1 - probability(row));
    return sum / examples;
  };
  expect(together.count).toBe(2);
  expect(together.last).toBeCloseTo(
    of((row) => second![row]!),
    5,
  );
  expect(together.outputs).toBeCloseTo(
    of((row) => (first![row]! + second![row]!) / 2),
    5,
  );
  const [a, b] = ends.map(({ layers }) => layers);
  // tanh and the sigmoid written out.
  const mean = (layer: number, key: 'kernel' | 'bias', i: number) => (a![layer]![key][i]! + b![layer]![key][i]!) / 2;
  const answer = (row: number) => {
    const [x1, x2] = [ends[0]!.x[2 * row]!, ends[0]!.x[2 * row + 1]!];
    const hidden = [0, 1, 2].map((unit) => Math.tanh(x1 * mean(0, 'kernel', unit) + x2 * mean(0, 'kernel', 3 + unit) + mean(0, 'bias', unit)));
    const z = hidden.reduce((sum, value, unit) => sum + value * mean(1, 'kernel', unit), mean(1, 'bias', 0));
    return 1 / (1 + Math.exp(-z));
  };
  expect(together.weights).toBeCloseTo(of(answer), 5);

  async function end(parts: Parts) {
    const [run] = expand(parse({ ...parts, probes: [] }), [1]);
    const { planRun } = await import('../../../src/experiments/plan/plan.ts');
    const { plan } = planRun(run!.arm.configuration, 1, kernel);
    const { x, y, examples } = plan.data.test!;
    const trainer = await engine.create(plan);
    await trainer.train(4 * (parts.training as { epochs: number }).epochs);
    const outputs = await trainer.predict(x, examples);
    const layers = await trainer.parameters();
    trainer.dispose();
    return { outputs, layers, x: x as Float32Array, y, examples };
  }
});

test.each([
  ['without checkpoints', { ...line, training: { ...line.training, checkpoints: { best: true } } }, /keeps no regular checkpoints.*every/],
  ['with batch normalization', { ...line, network: { hidden: [2], normalization: 'batch' } }, /normalizes by batches.*running statistics/],
  [
    'with outputs that are no probabilities',
    { ...line, dataset: { name: 'moons', examples: 20 }, network: {}, training: { ...line.training, loss: 'hinge' } },
    /outputs are .*probabilities/,
  ],
])('is refused in words %s', (_, parts, words) => {
  expect(() => parse(parts)).toThrow(words);
});
