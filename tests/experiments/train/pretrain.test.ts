import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { trainRun, type RunOptions } from '../../../src/experiments/train/run.ts';
import { RunSignal } from '../../../src/experiments/train/runSignal.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';
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
