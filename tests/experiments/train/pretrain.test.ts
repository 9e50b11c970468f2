import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { trainRun, type RunOptions } from '../../../src/experiments/train/run.ts';
import { RunSignal } from '../../../src/experiments/train/runSignal.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import type { EngineName } from '../../../src/engines/engine.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';

const kernel = await loadKernel();

async function train(experiment: Experiment, engine: EngineName = 'fused', options: RunOptions = {}) {
  const runs = expand(experiment, [1]);
  return trainRun(runs[0]!, await loadEngine(engine, kernel), kernel, { keepParameters: true, ...options });
}

const deep = (pretraining: object | boolean) => circlesExperiment({ network: { hidden: [6, 4], activation: 'tanh' }, pretraining });

test('each hidden layer learns to give back what it is given', async () => {
  const { pretraining } = await train(deep({ epochs: 60, optimizer: { name: 'adam', learningRate: 0.01 } }));
  expect(pretraining!.map(({ layer, updates }) => [layer, updates])).toEqual([
    [1, 480],
    [2, 480],
  ]);
  for (const { before, after } of pretraining!) expect(after).toBeLessThan(before / 3);
});

test('points of a line through the origin go through one linear unit without loss', async () => {
  const spec = {
    dataset: { name: 'inline', task: 'regression', x: [-2, -1, 1, 2].map((t) => [t, 0.5 * t]), y: [0, 1, 0, 1] },
    network: { hidden: [1], activation: 'linear' },
    training: { loss: 'meanSquaredError', optimizer: 'sgd', batchSize: 4, epochs: 1 },
    pretraining: { epochs: 2000, optimizer: { name: 'sgd', learningRate: 0.1 } },
  };
  const { pretraining } = await train(parseExperiment(spec, 'line.yaml'));
  expect(pretraining![0]!.after).toBeLessThan(1e-8);
});

test('pre-training that does not learn leaves the run as it is without: data, order and start are paired', async () => {
  const [without, still] = [await train(deep(false)), await train(deep({ epochs: 2, optimizer: { name: 'sgd', learningRate: 0 } }))];
  expect(without.pretraining).toBeUndefined();
  expect(still.digest).toBe(without.digest);
  const learned = await train(deep({ epochs: 2 }));
  expect(learned.digest).not.toBe(without.digest);
  expect((await train(deep({ epochs: 2 }))).digest).toBe(learned.digest);
});

test('the whole network starts from the encoders; its output layer as without', async () => {
  const frozen = { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', learningRate: 0 }, batchSize: 10, epochs: 1 };
  const start = (pretraining: object | boolean) => train(circlesExperiment({ network: { hidden: [6, 4], activation: 'tanh' }, training: frozen, pretraining }));
  const [without, after] = [await start(false), await start({ epochs: 3 })];
  expect(after.parameters![2]).toEqual(without.parameters![2]);
  for (const layer of [0, 1]) expect(after.parameters![layer]!.kernel).not.toEqual(without.parameters![layer]!.kernel);
});

test('another engine gives the same to rounding', async () => {
  const [a, b] = [await train(deep({ epochs: 2 })), await train(deep({ epochs: 2 }), 'tfjs-cpu')];
  a.pretraining!.forEach(({ after }, layer) => expect(b.pretraining![layer]!.after).toBeCloseTo(after, 4));
  a.parameters!.forEach(({ kernel: weights }, layer) => weights.forEach((weight, i) => expect(b.parameters![layer]!.kernel[i]).toBeCloseTo(weight, 3)));
}, 30_000);

test('divergence in pre-training is an ending, and a cancelled one ends', async () => {
  const wild = deep({ epochs: 200, optimizer: { name: 'sgd', learningRate: 1e6 } });
  const relu = { ...wild, configuration: { ...wild.configuration, network: { ...wild.configuration.network, activation: { name: 'relu' } } } };
  const { ending, history } = await train(relu);
  expect(ending).toMatchObject({ state: 'diverged', explanation: expect.stringContaining('while hidden layer 1 was pre-trained') as string });
  expect(history.step.length).toBe(0);
  const signal = new RunSignal();
  const breathe = async () => {
    signal.cancelled = true;
  };
  const cancelled = await train(deep({ epochs: 100_000 }), 'fused', { signal, breathe });
  expect(cancelled.ending).toEqual({ state: 'cancelled' });
});

const labelled = (over: object) =>
  parseExperiment(
    {
      dataset: { name: 'circles', examples: 100, noise: 0.1 },
      split: { validation: 20, test: 20 },
      network: { hidden: [6, 4], activation: 'tanh' },
      training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 10, epochs: 2 },
      ...over,
    },
    'labels.yaml',
  );

test('examples without labels are for autoencoders alone, and leave validation and test as they were', async () => {
  const split = { validation: 20, test: 20, unlabelled: 40 };
  const few = expand(labelled({ split }), [1])[0]!.arm.configuration;
  const [all, some] = [expand(labelled({}), [1])[0]!.arm.configuration, few].map((configuration) => planRun(configuration, 1, kernel));
  expect([all!.plan.data.train.examples, some!.plan.data.train.examples]).toEqual([60, 20]);
  for (const name of ['validation', 'test'] as const) expect(some!.plan.data[name]).toEqual(all!.plan.data[name]);
  // Each of the 60 once: those with labels first.
  const rows = (x: Float32Array) => Array.from({ length: x.length / 2 }, (_, row) => x.subarray(2 * row, 2 * row + 2).join());
  expect(rows(some!.allFeatures()).sort()).toEqual(rows(all!.allFeatures()).sort());
  const { pretraining } = await train(labelled({ split, pretraining: { epochs: 3 } }));
  expect(pretraining!.map(({ updates }) => updates)).toEqual([18, 18]);
});

test('only as many layers as asked for are pre-trained', async () => {
  const [without, first] = [await train(deep(false)), await train(deep({ epochs: 2, layers: 1 }))];
  expect(first.pretraining!.map(({ layer }) => layer)).toEqual([1]);
  expect(first.digest).not.toBe(without.digest);
});

const other = { dataset: { name: 'moons', examples: 60, noise: 0.1 }, epochs: 4 };

test('of another task the hidden layers are taken over, the output layer is new', async () => {
  const still = { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', learningRate: 0 }, batchSize: 10, epochs: 1 };
  const start = (pretraining: object | boolean) => train(labelled({ training: still, pretraining }));
  const [without, both, one] = [await start(false), await start(other), await start({ ...other, layers: 1 })];
  expect(both.parameters![2]).toEqual(without.parameters![2]);
  expect(both.parameters![0]!.kernel).not.toEqual(without.parameters![0]!.kernel);
  expect(one.parameters![0]).toEqual(both.parameters![0]);
  expect(one.parameters![1]).toEqual(without.parameters![1]);
  expect(both.pretraining).toMatchObject([{ layer: 2, updates: 24 }]);
  expect(both.pretraining![0]!.after).toBeLessThan(both.pretraining![0]!.before);
});

test.each(['fused', 'tfjs-cpu'] as const)(
  '%s: frozen layers stay as they are, whatever the optimizer would do to them, and the others learn',
  async (engine) => {
    const training = {
      loss: 'categoricalCrossentropy',
      optimizer: { name: 'adamw', learningRate: 0.01, weightDecay: 0.1 },
      batchSize: 10,
      epochs: 2,
      clip: { by: 'globalNorm', limit: 1 },
    };
    const network = { hidden: [6, 4], activation: 'tanh', regularizer: { l2: 0.1 }, constraint: { name: 'maxNorm', limit: 0.1 } };
    const end = await train(labelled({ training, network, pretraining: { ...other, frozen: 1 } }), engine);
    // After one epoch as after two.
    const own = await train(labelled({ training: { ...training, epochs: 1 }, network, pretraining: { ...other, frozen: 1 } }), engine);
    expect(end.parameters![0]).toEqual(own.parameters![0]);
    expect(end.parameters![1]).not.toEqual(own.parameters![1]);
  },
);

test('a frozen network learns as its last layer does on what the frozen ones put out', async () => {
  const [a, b] = [await train(labelled({ pretraining: { ...other, frozen: 2 } })), await train(labelled({ pretraining: { ...other, frozen: 2 } }), 'tfjs-cpu')];
  a.parameters![2]!.kernel.forEach((weight, i) => expect(b.parameters![2]!.kernel[i]).toBeCloseTo(weight, 4));
});

test('a penalty on the code makes it smaller, one on the decoder larger', async () => {
  const sizes = await Promise.all(
    [{}, { activityRegularizer: { l2: 1 } }, { decoderRegularizer: { l2: 0.1 } }].map(async (penalty) => {
      const still = { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', learningRate: 0 }, batchSize: 10, epochs: 1 };
      const run = await train(
        labelled({ training: still, pretraining: { epochs: 100, layers: 1, optimizer: { name: 'adam', learningRate: 0.01 }, ...penalty } }),
      );
      return run.parameters![0]!.kernel.reduce((sum, weight) => sum + weight ** 2, 0);
    }),
  );
  expect(sizes[1]).toBeLessThan(sizes[0]!);
  expect(sizes[2]).toBeGreaterThan(sizes[0]!);
});

test.each([
  [{ pretraining: { layers: 3 } }, 'pretraining.layers', /at most 2/],
  [{ pretraining: { layers: 1, frozen: 2 } }, 'pretraining.frozen', /at most 1/],
  [{ pretraining: { dataset: 'digits' } }, 'pretraining.dataset', /2, as in dataset/],
  [{ pretraining: { dataset: 'plane' } }, 'pretraining.dataset', /loss categoricalCrossentropy/],
  [{ pretraining: { dataset: 'moons', inputDropout: 0.5 } }, 'pretraining.inputDropout', /autoencoders/],
  [{ pretraining: { dataset: 'mnist' } }, 'pretraining.dataset', /circles/],
  [{ split: { validation: 20, test: 20, unlabelled: 60 } }, 'split', /at least one of 100/],
])('%j is refused at %s', (over, path, allowed) => {
  expect(() => labelled(over)).toThrow(allowed);
  expect(() => labelled(over)).toThrow(path.split('.').at(-1));
});

test('pictures come back through all decoders, where they are asked for', async () => {
  const spec = {
    dataset: { name: 'digits', examples: 60 },
    network: { hidden: [8, 4], activation: 'sigmoid' },
    training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 20, epochs: 1 },
    pretraining: { epochs: 2 },
  };
  const [run] = expand(parseExperiment(spec, 'pictures.yaml'), [1]);
  const engine = await loadEngine('fused', kernel);
  const without = await trainRun(run!, engine, kernel);
  const { pretraining, digest } = await trainRun({ ...run!, observe: { reconstructions: true } }, engine, kernel);
  expect(digest).toBe(without.digest);
  expect(without.pretraining![0]!.pictures).toBeUndefined();
  for (const { pictures } of pretraining!) {
    expect(pictures!.given.length).toBe(6);
    for (const picture of [...pictures!.given, ...pictures!.back]) expect(picture).toMatch(/^[0-9a-f]{784}$/);
  }
  expect(pretraining![0]!.pictures!.given).toEqual(pretraining![1]!.pictures!.given);
});
