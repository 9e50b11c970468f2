/** What the Engine interface promises, in every engine that runs in Node: order of batches, evaluation, divergence, life and death. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../src/engines/index.ts';
import { updatesPerEpoch, type Engine, type EngineName, type LayerParameters, type RunPlan, type Trainer } from '../../src/engines/engine.ts';
import { startBackend } from '../../src/engines/tfjs/backend.ts';
import { createTrainer } from '../../src/engines/tfjs/trainer.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { openStream } from '../../src/kernel/random.ts';
import { heads, makePlan, optimizer, techniques, type Head } from './cases.ts';
import { examples, flatten, forward, gradient, meanLoss } from './reference.ts';

const names: EngineName[] = ['fused', 'tfjs-cpu', 'tfjs-wasm'];
const squaredError = head('meanSquaredError', 'linear');
const crossEntropy = head('categoricalCrossentropy', 'softmax');
const binaryCrossEntropy = head('binaryCrossentropy', 'sigmoid');
const everything = techniques.find(({ what }) => what === 'all at once')!.options;
let kernel: Kernel;

beforeAll(async () => {
  kernel = await loadKernel();
});

describe.each(names)('%s', (name) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await loadEngine(name, kernel);
  });

  it('is named as it was asked for', () => {
    expect(engine.name).toBe(name);
  });

  describe.each([true, false])('the order of batches, shuffle: %s', (shuffle) => {
    // 2½ epochs of 7 examples in batches of 3: the last batch of each epoch has one example.
    it.each([1, 7, 12])('is right after %i updates of SGD on a line', async (updates) => {
      const { plan, theta } = lineFit(shuffle, updates);
      const trainer = await engine.create(plan);
      await trainer.train(updates);
      const [layer] = await trainer.parameters();
      trainer.dispose();
      // float32 rounding of 12 updates of numbers about 1
      expect(layer!.kernel[0]).toBeCloseTo(theta.w, 5);
      expect(layer!.bias[0]).toBeCloseTo(theta.b, 5);
    });
  });

  it('gives the same bits however the updates are divided into calls', async () => {
    const plan = makePlan(kernel, { shuffle: true });
    expect(await trained(engine, plan, [1, 2, 3, 4])).toEqual(await trained(engine, plan, [10]));
  });

  it('trains two networks side by side as it does each alone', async () => {
    const plans = [makePlan(kernel, { seed: 1, shuffle: true }), makePlan(kernel, { seed: 2, shuffle: true, units: [9, 4], optimizer: optimizer('adam') })];
    const alone = [await trained(engine, plans[0]!, [9]), await trained(engine, plans[1]!, [9])];
    const trainers = await Promise.all(plans.map((plan) => engine.create(plan)));
    for (let i = 0; i < 3; i++) for (const trainer of trainers) await trainer.train(3);
    const together = await Promise.all(trainers.map((trainer) => trainer.parameters()));
    trainers.forEach((trainer) => trainer.dispose());
    expect(together).toEqual(alone);
  });

  it('takes a batch larger than the data as one batch', async () => {
    const options = { examples: 5, shuffle: false };
    expect(await trained(engine, makePlan(kernel, { ...options, batchSize: 64 }), [3])).toEqual(
      await trained(engine, makePlan(kernel, { ...options, batchSize: 5 }), [3]),
    );
  });

  describe('evaluation', () => {
    it.each([
      { what: 'squared error', head: squaredError, outputs: 2, metric: 'mae' },
      { what: 'cross-entropy of three classes', head: crossEntropy, outputs: 3, metric: 'accuracy' },
      { what: 'binary cross-entropy', head: binaryCrossEntropy, outputs: 1, metric: 'accuracy' },
    ])('of $what gives the mean over the split', async ({ head, outputs, metric }) => {
      const plan = makePlan(kernel, { head, outputs, examples: 90 });
      const trainer = await engine.create(plan);
      for (const split of ['train', 'validation'] as const) {
        const rows = examples(plan.data[split]!);
        const theta = flatten(plan.parameters);
        const scores = rows.map(({ x, y }) => score(metric, forward(plan.network, theta, x), y));
        const evaluation = await trainer.evaluate(split);
        expect(Object.keys(evaluation)).toEqual(['loss', metric]);
        // The mean of 90 float32 numbers of size about 1.
        expect(evaluation.loss).toBeCloseTo(meanLoss(plan.network, theta, rows), 5);
        expect(evaluation[metric]).toBeCloseTo(scores.reduce((s, v) => s + v, 0) / rows.length, 5);
      }
      trainer.dispose();
    });

    it('does not change what is trained', async () => {
      const plan = makePlan(kernel, { shuffle: true });
      const trainer = await engine.create(plan);
      for (let i = 0; i < 4; i++) {
        await trainer.train(2);
        await trainer.evaluate('train');
        await trainer.predict(plan.data.train.x, plan.data.train.examples);
      }
      expect(await trainer.parameters()).toEqual(await trained(engine, plan, [8]));
      trainer.dispose();
    });

    it.each([
      { loss: 'meanSquaredError', output: 'linear', metrics: ['mae'] },
      { loss: 'huber', output: 'tanh', metrics: ['mae'] },
      { loss: 'meanSquaredError', output: 'sigmoid', metrics: ['accuracy', 'mae'] },
      { loss: 'meanSquaredError', output: 'softmax', metrics: ['accuracy'] },
      { loss: 'meanAbsoluteError', output: 'softmax', metrics: ['accuracy'] },
      { loss: 'kullbackLeibler', output: 'softmax', metrics: ['accuracy'] },
      { loss: 'hinge', output: 'linear', metrics: ['accuracy'] },
    ])('of $loss on $output outputs reports $metrics', async ({ loss, output, metrics }) => {
      const plan = makePlan(kernel, { head: head(loss, output), examples: 30, outputs: output === 'softmax' ? 3 : 1 });
      const trainer = await engine.create(plan);
      const evaluation = await trainer.evaluate('train');
      const scores = examples(plan.data.train).map(({ x, y }) => ({ yHat: forward(plan.network, flatten(plan.parameters), x), y }));
      expect(Object.keys(evaluation)).toEqual(['loss', ...metrics]);
      for (const metric of metrics) {
        expect(evaluation[metric], metric).toBeCloseTo(
          scores.reduce((sum, { yHat, y }) => sum + score(metric, yHat, y, loss === 'hinge' ? 0 : 0.5), 0) / 30,
          5,
        );
      }
      trainer.dispose();
    });

    // z = x: a score of 0.25 is class 1, as a sigmoid of it is above ½; a threshold of ½ on scores would call it 0.
    it.each([
      { loss: 'hinge', output: 'linear', accuracy: 1 },
      { loss: 'meanSquaredError', output: 'sigmoid', accuracy: 1 },
      { loss: 'binaryCrossentropy', output: 'sigmoid', accuracy: 1 },
    ])('of $loss puts the threshold of a single output where the score is 0', async ({ loss, output, accuracy }) => {
      const plan = makePlan(kernel, { head: head(loss, output), inputs: 1, units: [], outputs: 1 });
      plan.parameters = [{ kernel: Float32Array.of(1), bias: Float32Array.of(0) }];
      plan.data = { train: { examples: 4, x: Float32Array.of(2, -0.25, -2, 0.25), y: Float32Array.of(1, 0, 0, 1) } };
      const trainer = await engine.create(plan);
      expect((await trainer.evaluate('train')).accuracy).toBe(accuracy);
      trainer.dispose();
    });

    it('refuses a split that the run does not have', async () => {
      const trainer = await engine.create(makePlan(kernel));
      await expect(trainer.evaluate('test')).rejects.toThrow('no test split');
      trainer.dispose();
    });
  });

  it.each([1, 7, 200])('predicts %i rows', async (rows) => {
    const plan = makePlan(kernel, { head: crossEntropy, outputs: 3, examples: 200, units: [6, 5] });
    const trainer = await engine.create(plan);
    const outputs = await trainer.predict(plan.data.train.x.subarray(0, rows * 3), rows);
    trainer.dispose();
    const expected = examples(plan.data.train)
      .slice(0, rows)
      .flatMap(({ x }) => forward(plan.network, flatten(plan.parameters), x));
    expect(outputs.length).toBe(rows * 3);
    outputs.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 5));
  });

  describe('parameters from outside', () => {
    const averaged = { training: { averaging: { momentum: 0.75 } }, layer: everything.layer } as const;

    it('take the place of the current ones', async () => {
      const [plan, other] = [makePlan(kernel, { seed: 1, ...averaged }), makePlan(kernel, { seed: 2, ...averaged })];
      const trainer = await engine.create(plan);
      await trainer.train(3);
      await trainer.setParameters(other.parameters);
      expect(await trainer.parameters()).toEqual(other.parameters);
      const fresh = await engine.create({ ...other, data: plan.data });
      expect(await trainer.evaluate('train')).toEqual(await fresh.evaluate('train'));
      [trainer, fresh].forEach((each) => each.dispose());
    });

    it('are trained on as those at the start are', async () => {
      const [plan, other] = [makePlan(kernel, { seed: 1 }), makePlan(kernel, { seed: 2 })];
      const trainer = await engine.create(plan);
      await trainer.setParameters(other.parameters);
      await trainer.train(4);
      expect(await trainer.parameters()).toEqual(await trained(engine, { ...other, data: plan.data }, [4]));
      trainer.dispose();
    });

    it('must be of the right size', async () => {
      const plan = makePlan(kernel);
      const trainer = await engine.create(plan);
      const [first, second] = plan.parameters;
      await expect(trainer.setParameters([first!, { ...second!, kernel: new Float32Array(3) }])).rejects.toThrow('layer 2: expected 10 numbers for kernel');
      expect(await trainer.parameters()).toEqual(plan.parameters);
      trainer.dispose();
    });
  });

  describe('gradients that are only looked at', () => {
    it.each([11, 200])('are those of all %i rows at once, batch statistics too', async (count) => {
      const plan = makePlan(kernel, { examples: count, units: [4], layer: { normalization: everything.layer?.normalization }, head: crossEntropy });
      const expected = gradient(plan.network, flatten(plan.parameters), examples(plan.data.train));
      const trainer = await engine.create(plan);
      const { x, y } = plan.data.train;
      // Means over up to 200 rows of float32 numbers of size about 1
      flatten(await trainer.gradients(x, y, count)).forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-6));
      trainer.dispose();
    });

    it('are those of the sum over all rows where the loss is one', async () => {
      const plan = makePlan(kernel, { examples: 200, head: head('halfSquaredError', 'linear') });
      const expected = gradient(plan.network, flatten(plan.parameters), examples(plan.data.train));
      const trainer = await engine.create(plan);
      const { x, y } = plan.data.train;
      // Sums of 200 rows
      flatten(await trainer.gradients(x, y, 200)).forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(2e-4));
      trainer.dispose();
    });

    it('are not numbers where the loss is not finite', async () => {
      const plan = makePlan(kernel, { inputs: 1, units: [], outputs: 1 });
      plan.parameters = [{ kernel: Float32Array.of(3e38), bias: Float32Array.of(0) }];
      const trainer = await engine.create(plan);
      const [layer] = await trainer.gradients(Float32Array.of(10), Float32Array.of(0), 1);
      expect(Number.isFinite(layer!.kernel[0])).toBe(false);
      trainer.dispose();
    });

    it('do not change what is trained', async () => {
      const plan = makePlan(kernel, everything);
      const trainer = await engine.create(plan);
      const { x, y, examples: count } = plan.data.train;
      for (let i = 0; i < 3; i++) {
        await trainer.train(2);
        await trainer.gradients(x, y, count);
        await trainer.activations(x, count);
        await trainer.batchActivations(x, count, 2);
      }
      expect(await trainer.parameters()).toEqual(await trained(engine, plan, [6]));
      trainer.dispose();
    });
  });

  it('takes a learning rate for each update, and its own without', async () => {
    const plan = makePlan(kernel, { shuffle: true, optimizer: optimizer('sgd', { learningRate: 0.5, momentum: 0.5 }) });
    const own = await trained(engine, plan, [6]);
    const trainer = await engine.create(plan);
    await trainer.train(2);
    await trainer.train(4, new Float64Array(4).fill(0.5));
    expect(await trainer.parameters()).toEqual(own);
    trainer.dispose();
    const still = await engine.create(plan);
    await still.train(2, new Float64Array(2));
    expect(await still.parameters()).toEqual(plan.parameters);
    still.dispose();
  });

  it('gives the same bits with dropout, noise and running statistics however the updates are divided into calls', async () => {
    const plan = makePlan(kernel, { ...everything, shuffle: true });
    expect(await trained(engine, plan, [1, 2, 3, 4])).toEqual(await trained(engine, plan, [10]));
  });

  it('does not train the weights below a step', async () => {
    const plan = makePlan(kernel, { hidden: 'step' });
    const [first, second] = await trained(engine, plan, [5]);
    expect(first).toEqual(plan.parameters[0]);
    expect(second).not.toEqual(plan.parameters[1]);
  });

  describe('divergence', () => {
    // ŷ − y = −1e10, so the first loss is 1e20 and g = −2e10; a rate of 1e30 makes every parameter infinite at once.
    it('stops at the update whose batch loss is not finite, and counts it from 1', async () => {
      const trainer = await engine.create(explosive(1e30));
      await trainer.train(10);
      expect(trainer.divergedAt).toBe(2);
      expect(trainer.step).toBe(1);
      await trainer.train(5);
      expect(trainer.step).toBe(1);
      trainer.dispose();
    });

    it('is seen where the loss is infinite although the outputs are not', async () => {
      // z = 3e38 · 10 is infinite, the sigmoid of it is 1, the loss of calling that 0 is infinite.
      const plan = makePlan(kernel, { head: binaryCrossEntropy, inputs: 1, units: [], outputs: 1 });
      plan.parameters = [{ kernel: Float32Array.of(3e38), bias: Float32Array.of(0) }];
      plan.data = { train: { examples: 1, x: Float32Array.of(10), y: Float32Array.of(0) } };
      const trainer = await engine.create(plan);
      await trainer.train(3);
      expect(trainer.divergedAt).toBe(1);
      expect(trainer.step).toBe(0);
      trainer.dispose();
    });

    it('is not seen where there is none', async () => {
      const trainer = await engine.create(makePlan(kernel));
      await trainer.train(10);
      expect(trainer.divergedAt).toBeUndefined();
      expect(trainer.step).toBe(10);
      trainer.dispose();
    });
  });
});

describe.each(['tfjs-cpu', 'tfjs-wasm'] as const)('tensors of %s', (name) => {
  it.each([
    { what: 'sgd', options: {} },
    { what: 'momentum', options: { optimizer: optimizer('sgd', { momentum: 0.9 }) } },
    { what: 'rising momentum', options: { optimizer: optimizer('sgd', { momentum: 0.9 }), training: { momentumWarmUp: { from: 0, updates: 3 } } } },
    { what: 'adam', options: { optimizer: optimizer('adam') } },
    { what: 'amsgrad and everything else', options: { ...everything, optimizer: optimizer('amsgrad') } },
  ])('do not leak: $what', async ({ options }) => {
    const engine = await loadEngine(name, kernel);
    const plan = makePlan(kernel, { shuffle: true, ...options });
    const before = memory().numTensors;
    const trainer = await engine.create(plan);
    await use(trainer, plan);
    const during = memory().numTensors;
    await use(trainer, plan);
    expect(memory().numTensors).toBe(during);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('do not leak from a run that diverges', async () => {
    const engine = await loadEngine(name, kernel);
    const before = memory().numTensors;
    const trainer = await engine.create(explosive(1e30));
    await trainer.train(10);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('looking at the losses only every 32 updates, as on a graphics processor', () => {
  async function pair(plan: RunPlan): Promise<Trainer[]> {
    const backend = await startBackend('cpu');
    return [1, 32].map((updatesPerLook) => createTrainer(plan, { ...backend, updatesPerLook }, kernel));
  }

  it.each([{}, everything])('gives the same bits', async (options) => {
    const trainers = await pair(makePlan(kernel, { ...options, shuffle: true, examples: 45, batchSize: 1, optimizer: optimizer('adam') }));
    for (const trainer of trainers) await trainer.train(100);
    const [each, rarely] = await Promise.all(trainers.map((trainer) => trainer.parameters()));
    trainers.forEach((trainer) => trainer.dispose());
    expect(rarely).toEqual(each);
  });

  it('stops at the same update, with the parameters before it', async () => {
    const before = memory().numTensors;
    // The error grows by |1 − 4η| = 399 per update (x = 1): 1e10 · 399ᵏ squared leaves float32 after some updates.
    const trainers = await pair(explosive(100, 64));
    for (const trainer of trainers) await trainer.train(20);
    const [each, rarely] = trainers.map(({ step, divergedAt }) => ({ step, divergedAt }));
    expect(each!.divergedAt).toBeGreaterThan(2);
    expect(rarely).toEqual(each);
    const parameters = await Promise.all(trainers.map((trainer) => trainer.parameters()));
    expect(parameters[1]).toEqual(parameters[0]);
    trainers.forEach((trainer) => trainer.dispose());
    expect(memory().numTensors).toBe(before);
  });
});

it('draws the same dropout and noise again for updates that are done again after a divergence', async () => {
  // With noise on the feature 1 the error still grows by about 399 per update, as above, but each path is its own.
  const plan = explosive(100, 64);
  plan.network.inputNoise = 1e-3;
  plan.network.inputDropout = 0.01;
  const trainers = await Promise.all([1, 32].map(async (updatesPerLook) => createTrainer(plan, { ...(await startBackend('cpu')), updatesPerLook }, kernel)));
  for (const trainer of trainers) await trainer.train(20);
  const [each, rarely] = await Promise.all(trainers.map((trainer) => trainer.parameters()));
  expect(trainers[0]!.divergedAt).toBeGreaterThan(2);
  expect(trainers[1]!.divergedAt).toBe(trainers[0]!.divergedAt);
  expect(rarely).toEqual(each);
  trainers.forEach((trainer) => trainer.dispose());
});

it('says that a backend is missing: WebGL, in Node', async () => {
  await expect(loadEngine('tfjs-webgl', kernel)).rejects.toThrow('TensorFlow.js cannot use its WebGL backend here');
});

it('refuses a loss whose output activation it does not go with', async () => {
  const engine = await loadEngine('tfjs-cpu', kernel);
  const plan = makePlan(kernel);
  plan.network.loss = { name: 'categoricalCrossentropy' };
  await expect(engine.create(plan)).rejects.toThrow('needs the output activation "softmax"; found "linear"');
});

function head(loss: string, output: string): Head {
  return heads.find((candidate) => candidate.loss === loss && candidate.output === output)!;
}

/** SGD on y = wx + b by its formulas in float64, over batches of the order that the contract of engines states. */
function lineFit(shuffle: boolean, updates: number): { plan: RunPlan; theta: { w: number; b: number } } {
  const [n, batchSize, learningRate, seed] = [7, 3, 0.1, 5];
  const plan = makePlan(kernel, { seed, examples: n, inputs: 1, units: [], outputs: 1, batchSize, shuffle, optimizer: optimizer('sgd', { learningRate }) });
  const rows = examples(plan.data.train);
  let [w, b] = flatten(plan.parameters) as [number, number];
  const order = Int32Array.from(rows.keys());
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'order');
  for (let step = 0; step < updates; step++) {
    const start = (step % updatesPerEpoch(n, batchSize)) * batchSize;
    if (start === 0 && shuffle) stream.shuffle(order);
    const batch = [...order.subarray(start, start + batchSize)].map((i) => rows[i]!);
    const errors = batch.map(({ x, y }) => w * x[0]! + b - y[0]!);
    w -= (learningRate * 2 * batch.reduce((sum, { x }, i) => sum + errors[i]! * x[0]!, 0)) / batch.length;
    b -= (learningRate * 2 * errors.reduce((sum, e) => sum + e, 0)) / batch.length;
  }
  kernel.release(mark);
  return { plan, theta: { w, b } };
}

/** One unit on x = 1, y = 1e10: SGD multiplies the error by 1 − 4η at each update. */
function explosive(learningRate: number, count = 1): RunPlan {
  const plan = makePlan(kernel, { inputs: 1, units: [], outputs: 1, batchSize: 1, optimizer: optimizer('sgd', { learningRate }) });
  plan.parameters = [{ kernel: Float32Array.of(0), bias: Float32Array.of(0) }];
  plan.data = { train: { examples: count, x: new Float32Array(count).fill(1), y: new Float32Array(count).fill(1e10) } };
  return plan;
}

async function trained(engine: Engine, plan: RunPlan, calls: number[]): Promise<LayerParameters[]> {
  const trainer = await engine.create(plan);
  for (const updates of calls) await trainer.train(updates);
  const parameters = await trainer.parameters();
  trainer.dispose();
  return parameters;
}

async function use(trainer: Trainer, plan: RunPlan): Promise<void> {
  await trainer.train(7);
  await trainer.evaluate('train');
  await trainer.evaluate('validation');
  await trainer.predict(plan.data.train.x, plan.data.train.examples);
  await trainer.setParameters(await trainer.parameters());
  await trainer.gradients(plan.data.train.x, plan.data.train.y, plan.data.train.examples);
  await trainer.activations(plan.data.train.x, plan.data.train.examples);
  await trainer.batchActivations(plan.data.train.x, plan.data.train.examples, 3);
}

/** 1 or 0 for a class right or wrong, or the mean absolute error of one example. */
function score(metric: string, yHat: number[], y: number[], threshold = 0.5): number {
  if (metric === 'mae') return yHat.reduce((sum, v, k) => sum + Math.abs(v - y[k]!), 0) / yHat.length;
  if (yHat.length === 1) return Number(yHat[0]! > threshold === y[0]! > 0.5);
  return Number(yHat.indexOf(Math.max(...yHat)) === y.indexOf(1));
}
