/**
 * Every entry of the catalog in every engine that runs in Node, held against the float64 reference.
 *
 * - Gradients: the full product of hidden activations and losses with their output activations.
 * - Optimizers: each setting on three networks, one of numbers, one of classes, one with dead units. An update sees gradients and
 *   parameters only, so the full product would show nothing more.
 * - Techniques (normalization, penalties, constraints, clipping, averaging, dropout, noise): each with SGD and with Adam, in
 *   batches of 4 and 7.
 *
 * Tolerances. The engines compute in float32, unit roundoff u = 2⁻²⁴ ≈ 6e-8. Sums here have at most 11 terms of size
 * about 1, so a gradient is good to some 16·u ≈ 1e-6. One SGD step with rate 1 shows the gradient, plus u/2 for
 * the rounding of the parameter. Over UPDATES updates the errors add up, each scaled by the rule's rate: at most 1 for
 * SGD and Adadelta, η/√ε or η/ε, at most 10, for the others, of which the 10 is reached only where a gradient is far
 * below ε, and its error with it. 1e-6 per update is allowed. A misplaced ε or moment shows at 1e-4 and above
 * (see the closed forms in optimizers.test.ts).
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, EngineName, RunPlan, Trainer } from '../../src/engines/engine.ts';
import { loadEngine } from '../../src/engines/index.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { heads, hiddenActivations, makePlan, optimizer, optimizerCases, techniques, type PlanOptions } from './cases.ts';
import { drawsOf } from './draws.ts';
import { examples, flatten, forwardRows, gradient, meanLoss, nearestKink, runningOf, trainReference, type Trained } from './reference.ts';

/** Sums of a whole batch, undivided, of the ½-sum: 11 rows' worth of error. */
const SUM = 11;
const GRADIENT_TOLERANCE = 1e-6;
const UPDATES = 8;
const TRAINED_TOLERANCE = UPDATES * 1e-6;

const names: EngineName[] = ['fused', 'tfjs-cpu', 'tfjs-wasm'];
const engines = new Map<EngineName, Engine>();
let kernel: Kernel;

beforeAll(async () => {
  kernel = await loadKernel();
  for (const name of names) engines.set(name, await loadEngine(name, kernel));
});

/** Rows that go through at a time where statistics are those of batches. */
const BATCH = 5;

describe.each(heads)('$loss with $output outputs $given', (head) => {
  it.each(hiddenActivations)('has the gradients that finite differences give, after %s', async (hidden) => {
    const plan = awayFromKinks({ hidden, head, examples: 6 });
    const { x, y } = plan.data.train;
    const theta = flatten(plan.parameters);
    const rows = examples(plan.data.train);
    const expected = gradient(plan.network, theta, rows);
    const loss = meanLoss(plan.network, theta, rows);
    const summed = head.loss === 'halfSquaredError' && head.given?.average !== true;
    for (const name of names) {
      await withTrainer(name, plan, async (trainer) => {
        expectClose(flatten(await trainer.gradients(x, y, rows.length)), expected, GRADIENT_TOLERANCE * (summed ? SUM : 1), name);
        expect((await trainer.evaluate('train')).loss, name).toBeCloseTo(loss, 5);
      });
    }
  });

  it('trains on these gradients', async () => {
    const plan = awayFromKinks({ hidden: 'tanh', head, batchSize: 11, optimizer: optimizer('sgd', { learningRate: 1 }) });
    const before = flatten(plan.parameters);
    const expected = gradient(plan.network, before, examples(plan.data.train));
    for (const name of names) {
      await withTrainer(name, plan, async (trainer) => {
        await trainer.train(1);
        const moved = flatten(await trainer.parameters()).map((value, i) => before[i]! - value);
        expectClose(moved, expected, 1.2 * SUM * GRADIENT_TOLERANCE, name);
      });
    }
  });
});

describe.each([
  { hidden: 'tanh', head: head('meanSquaredError', 'linear') },
  { hidden: 'relu', head: head('categoricalCrossentropy', 'softmax') },
  { hidden: 'gelu', head: head('binaryCrossentropy', 'sigmoid') },
])('optimizers with $head.loss after $hidden', ({ hidden, head }) => {
  it.each(optimizerCases)('train as the reference does: $name', async (rule) => {
    await expectConformance({ hidden, head, optimizer: rule });
  });

  it.each([
    { from: 0, nesterov: false },
    { from: 0.5, nesterov: true },
  ])('let momentum rise from $from, Nesterov: $nesterov', async ({ from, nesterov }) => {
    const rates = Float64Array.from({ length: UPDATES }, (_, i) => 0.05 + 0.01 * i);
    const rule = optimizer('sgd', { learningRate: 0.05, momentum: 0.9, nesterov });
    await expectConformance({ hidden, head, optimizer: rule, training: { momentumWarmUp: { from, updates: 5 } } }, rates);
  });

  it('follow the rates that they are given', async () => {
    const rates = Float64Array.from({ length: UPDATES }, (_, i) => 0.1 / (i + 1));
    await expectConformance({ hidden, head, optimizer: optimizer('nadam', { learningRate: 5, epsilon: 0.01 }) }, rates);
  });
});

describe('learning rates of their own', () => {
  const options = { units: [6, 5], layer: { kernelRate: 0.25, biasRate: 3 }, output: { kernelRate: 0.125 } };

  it.each([false, true])('go with momentum, Nesterov’s: %s, and with rates that change', async (nesterov) => {
    const rates = Float64Array.from({ length: UPDATES }, (_, i) => 0.1 / (i + 1));
    await expectConformance({ ...options, optimizer: optimizer('sgd', { learningRate: 0.1, momentum: 0.9, nesterov }) }, rates);
  });

  it.each(['sgd', 'adam'])('of 1 change no bit of %s', async (rule) => {
    const plain = { units: [6, 5], optimizer: optimizer(rule) };
    const one = { kernelRate: 1, biasRate: 1 };
    for (const name of names) {
      const trained = await Promise.all(
        [plain, { ...plain, layer: one, output: one }].map(async (options) => {
          const trainer = await engines.get(name)!.create(makePlan(kernel, options));
          await trainer.train(UPDATES);
          const parameters = await trainer.parameters();
          trainer.dispose();
          return parameters;
        }),
      );
      expect(trained[1], name).toEqual(trained[0]);
    }
  });
});

describe.each(techniques)('$what', ({ options }) => {
  // The kernel has a path for up to four rows and another for more.
  it.each([
    { rule: optimizer('sgd', { learningRate: 0.1 }), batchSize: 4 },
    { rule: optimizer('adam', { learningRate: 0.01, epsilon: 0.01 }), batchSize: 7 },
  ])('trains as the reference does: $rule.name, batches of $batchSize', async ({ rule, batchSize }) => {
    await expectConformance({ ...options, optimizer: rule, batchSize });
  });

  it('is absent or in its resting state from evaluation, prediction and gradients', async () => {
    const plan = makePlan(kernel, options);
    const rows = examples(plan.data.train);
    const theta = flatten(plan.parameters);
    const passed = forwardRows(
      plan.network,
      theta,
      rows.map(({ x }) => x),
      { running: runningOf(plan) },
    );
    const parts = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, part) =>
      forwardRows(
        plan.network,
        theta,
        rows.slice(part * BATCH, (part + 1) * BATCH).map(({ x }) => x),
      ),
    );
    const batched = plan.network.layers.map((_, l) => parts.flatMap(({ activations }) => activations[l]!.flat()));
    const bare = {
      ...plan.network,
      layers: plan.network.layers.map((layer) => ({ ...layer, kernelPenalty: undefined, biasPenalty: undefined, activityPenalty: undefined })),
    };
    const expected = gradient(bare, theta, rows);
    const { x, y } = plan.data.train;
    for (const name of names) {
      await withTrainer(name, plan, async (trainer) => {
        expect((await trainer.evaluate('train')).loss).toBeCloseTo(meanLoss(plan.network, theta, rows, { running: runningOf(plan) }), 5);
        const activations = await trainer.activations(x, rows.length);
        passed.activations.forEach((layer, l) => expectClose([...activations[l]!], layer.flat(), GRADIENT_TOLERANCE * 2, `${name}, layer ${l + 1}`));
        expect(await trainer.predict(x, rows.length)).toEqual(activations.at(-1));
        const inBatches = await trainer.batchActivations(x, rows.length, BATCH);
        batched.forEach((layer, l) => expectClose([...inBatches[l]!], layer, GRADIENT_TOLERANCE * 2, `${name}, layer ${l + 1}, in batches`));
        expectClose(flatten(await trainer.gradients(x, y, rows.length)), expected, GRADIENT_TOLERANCE * 2, name);
        // Looking changes nothing.
        expect(await trainer.parameters()).toEqual(plan.parameters);
      });
    }
  });
});

/** Train in every engine and in the reference; parameters, running statistics and the loss in evaluation must agree. */
async function expectConformance(options: PlanOptions, rates?: Float64Array): Promise<void> {
  const { plan, expected } = trainedAwayFromKinks(options, rates);
  const rows = examples(plan.data.validation!);
  const loss = meanLoss(plan.network, expected.averages, rows, { running: expected.running });
  for (const name of names) {
    await withTrainer(name, plan, async (trainer) => {
      await trainer.train(UPDATES, rates);
      expect(trainer.step).toBe(UPDATES);
      const parameters = await trainer.parameters();
      expectClose(flatten(parameters), expected.averages, TRAINED_TOLERANCE, name);
      expected.running.forEach((statistics, l) => {
        if (!statistics) return;
        expectClose([...parameters[l]!.movingMean!], statistics.mean, TRAINED_TOLERANCE, `${name}, running mean`);
        expectClose([...parameters[l]!.movingVariance!], statistics.variance, TRAINED_TOLERANCE, `${name}, running variance`);
      });
      expect((await trainer.evaluate('validation')).loss, name).toBeCloseTo(loss, 5);
    });
  }
}

function head(loss: string, output: string) {
  return heads.find((candidate) => candidate.loss === loss && candidate.output === output)!;
}

/** The first seed at which no difference straddles a kink. */
function awayFromKinks(options: PlanOptions): RunPlan {
  for (let seed = 1; ; seed++) {
    const plan = makePlan(kernel, { ...options, seed });
    if (nearestKink(plan.network, flatten(plan.parameters), examples(plan.data.train)) > 1e-3) return plan;
  }
}

function trainedAwayFromKinks(options: PlanOptions, rates?: Float64Array): { plan: RunPlan; expected: Trained } {
  for (let seed = 1; ; seed++) {
    const plan = makePlan(kernel, { ...options, seed });
    const mark = kernel.mark();
    const expected = trainReference(plan, UPDATES, drawsOf(kernel, plan), rates);
    kernel.release(mark);
    if (expected.nearestKink > 1e-4) return { plan, expected };
  }
}

async function withTrainer(name: EngineName, plan: RunPlan, use: (trainer: Trainer) => Promise<void>): Promise<void> {
  const trainer = await engines.get(name)!.create(plan);
  await use(trainer);
  trainer.dispose();
}

function expectClose(actual: number[], expected: number[], tolerance: number, what: string): void {
  expect(actual.length).toBe(expected.length);
  const off = (i: number) => (Number.isNaN(actual[i]) ? Infinity : Math.abs(actual[i]! - expected[i]!));
  const worst = actual.reduce((at, _, i) => (off(i) > off(at) ? i : at), 0);
  expect(off(worst), `${what}, number ${worst}: ${actual[worst]} instead of ${expected[worst]}`).toBeLessThan(tolerance);
}
