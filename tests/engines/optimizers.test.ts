/** Optimizers against numbers from outside: first steps worked out by hand, and the tables in Keras' own tests. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, EngineName, LayerParameters, RunPlan } from '../../src/engines/engine.ts';
import { loadEngine } from '../../src/engines/index.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import type { Optimizer } from '../../src/nn/catalog.ts';
import { makePlan, optimizer, type Head } from './cases.ts';
import { optimizerRows } from './table/optimizers.ts';

const names: EngineName[] = ['fused', 'tfjs-cpu', 'tfjs-wasm'];
const engines = new Map<EngineName, Engine>();
let kernel: Kernel;

beforeAll(async () => {
  kernel = await loadKernel();
  for (const name of names) engines.set(name, await loadEngine(name, kernel));
});

/**
 * One example with x = 0 leaves the bias alone to be trained: ŷ = b = 0.5, y = 0.25, so g = 2(b − y) = 0.5 exactly, and
 * the first step Δb follows from each rule by hand. Rates and ε are such that conventions differ visibly.
 */
describe('the first step in closed form', () => {
  const rows = Object.entries(optimizerRows).flatMap(([name, { firstSteps }]) =>
    firstSteps.map(({ given, ...expected }) => ({ rule: optimizer(name, given), ...expected })),
  );

  it.each(rows)('$rule.name: $step', async ({ rule, step, decay = 0 }) => {
    const plan = makePlan(kernel, { examples: 1, inputs: 1, units: [], outputs: 1, optimizer: rule });
    plan.parameters = [{ kernel: Float32Array.of(1), bias: Float32Array.of(0.5) }];
    plan.data = { train: { examples: 1, x: Float32Array.of(0), y: Float32Array.of(0.25) } };
    for (const name of names) {
      const [layer] = await train(name, plan, 1);
      expect(layer!.kernel[0], name).toBe(1 - decay);
      // One rounding of each of a handful of operations on numbers below 1.
      expect(Math.abs(layer!.bias[0]! - (0.5 + step)), name).toBeLessThan(2e-7);
    }
  });
});

/**
 * test_correctness_with_golden of keras/src/optimizers/*_test.py (Keras 3): ten weights of 1, gradients 0.01 in the first
 * step and 0.1, 0.2, …, 1 in the following; weights after 1 … 5 steps, where a row of one number stands for ten
 * equal ones. The absolute error of ŷ = w·x, far above its label, has the gradient x, so examples are the gradients.
 * Keras' tolerance, 5e-4 relative and absolute, is kept.
 */
describe('the tables in Keras’ tests', () => {
  const tables: { rule: Optimizer; golden: number[][] }[] = [
    { rule: optimizer('adadelta', { learningRate: 1, rho: 0.8, epsilon: 1e-6 }), golden: [[0.9978], [0.9947], [0.9915], [0.9882], [0.9849]] },
    { rule: optimizer('rmsprop', { centered: true }), golden: [[0.9967], [0.9933], [0.9908], [0.9885], [0.9864]] },
    { rule: optimizer('amsgrad'), golden: [[0.999], [0.9982], [0.9974], [0.9965], [0.9955]] },
    {
      rule: optimizer('adamax', { learningRate: 0.2, beta1: 0.85, beta2: 0.95, epsilon: 1e-6 }),
      golden: [
        [0.8],
        [0.6827, 0.6873, 0.6888, 0.6896, 0.6901, 0.6904, 0.6906, 0.6908, 0.6909, 0.691],
        [0.5333, 0.5407, 0.5431, 0.5444, 0.5451, 0.5456, 0.546, 0.5462, 0.5464, 0.5466],
        [0.368, 0.3773, 0.3804, 0.382, 0.3829, 0.3835, 0.384, 0.3843, 0.3846, 0.3848],
        [0.1933, 0.204, 0.2076, 0.2094, 0.2105, 0.2112, 0.2117, 0.2121, 0.2124, 0.2126],
      ],
    },
    {
      rule: optimizer('nadam', { learningRate: 0.5, beta1: 0.5, beta2: 0.67, epsilon: 1e-5 }),
      golden: [
        [0.4281],
        [-0.1738, -0.1731, -0.1726, -0.1723, -0.1721, -0.172, -0.1719, -0.1718, -0.1718, -0.1717],
        [-0.7115, -0.7103, -0.7096, -0.7092, -0.709, -0.7088, -0.7086, -0.7085, -0.7085, -0.7084],
        [-1.2335, -1.2322, -1.2313, -1.2309, -1.2306, -1.2304, -1.2302, -1.2301, -1.23, -1.2299],
        [-1.7492, -1.7478, -1.7469, -1.7464, -1.7461, -1.7459, -1.7457, -1.7456, -1.7455, -1.7454],
      ],
    },
    { rule: optimizer('lion'), golden: [[0.999], [0.998], [0.997], [0.996], [0.995]] },
  ];
  const absolute: Head = { loss: 'meanAbsoluteError', output: 'linear', labels: 'real' };
  const far = -1e6;

  it.each(tables)('$rule.name', async ({ rule, golden }) => {
    const plan = makePlan(kernel, { examples: 1, inputs: 10, units: [], outputs: 1, head: absolute, batchSize: 1, optimizer: rule });
    const gradients = golden.flatMap((_, step) => Array.from({ length: 10 }, (_, i) => (step === 0 ? 0.01 : (i + 1) / 10)));
    plan.parameters = [{ kernel: new Float32Array(10).fill(1), bias: Float32Array.of(0) }];
    plan.data = { train: { examples: golden.length, x: Float32Array.from(gradients), y: new Float32Array(golden.length).fill(far) } };
    for (const name of names) {
      for (const [step, row] of golden.entries()) {
        const [layer] = await train(name, plan, step + 1);
        layer!.kernel.forEach((weight, i) => {
          const expected = row[i] ?? row[0]!;
          expect(Math.abs(weight - expected), `${name}, weight ${i} after ${step + 1} steps: ${weight} instead of ${expected}`).toBeLessThan(
            5e-4 * (1 + Math.abs(expected)),
          );
        });
      }
    }
  });
});

/**
 * One weight θ = 1 with the gradient 1 in every step, η = ¼, μ from 0 to ½ in two updates: μ = 0, ¼, ½, ½, …, so that
 * v = −¼, −¼·¼ − ¼ = −5/16, −½·5/16 − ¼ = −13/32, −½·13/32 − ¼ = −29/64. All are float32, so nothing is rounded.
 */
describe('momentum that rises', () => {
  const rows = [
    { what: 'adds v', nesterov: false, weights: [0.75, 0.4375, 0.03125, -0.421875] },
    // Δ = μv − ¼ = −¼, −21/64, −29/64, −61/128
    { what: 'looks ahead with the momentum of the same update', nesterov: true, weights: [0.75, 0.421875, -0.03125, -0.5078125] },
  ];
  const plan = (nesterov: boolean): RunPlan => {
    const made = makePlan(kernel, {
      examples: 1,
      inputs: 1,
      units: [],
      outputs: 1,
      head: { loss: 'meanAbsoluteError', output: 'linear', labels: 'real' },
      optimizer: optimizer('sgd', { learningRate: 0.25, momentum: 0.5, nesterov }),
      training: { momentumWarmUp: { from: 0, updates: 2 } },
    });
    const parameters = [{ kernel: Float32Array.of(1), bias: Float32Array.of(0) }];
    return { ...made, parameters, data: { train: { examples: 1, x: Float32Array.of(1), y: Float32Array.of(-1e6) } } };
  };

  it.each(rows)('$what', async ({ nesterov, weights }) => {
    for (const name of names) {
      for (const [step, weight] of weights.entries()) expect((await train(name, plan(nesterov), step + 1))[0]!.kernel[0], name).toBe(weight);
    }
  });

  it.each(names)('does not depend on how updates are divided into calls, in %s', async (name) => {
    const trainer = await engines.get(name)!.create(plan(false));
    await trainer.train(1);
    await trainer.train(2, Float64Array.of(0.25, 0.25));
    await trainer.train(1);
    expect((await trainer.parameters())[0]!.kernel[0]).toBe(-0.421875);
    expect(trainer.step).toBe(4);
    trainer.dispose();
  });
});

/** A gradient of 937.3 in every step: s and m² both tend to its square, and in float32 their difference becomes negative. */
it.each(names)('centered RMSprop stays finite where gradients do not vary, in %s', async (name) => {
  const plan = makePlan(kernel, {
    examples: 1,
    inputs: 1,
    units: [],
    outputs: 1,
    head: { loss: 'meanAbsoluteError', output: 'linear', labels: 'real' },
    optimizer: optimizer('rmsprop', { learningRate: 1e-6, centered: true }),
  });
  plan.parameters = [{ kernel: Float32Array.of(0), bias: Float32Array.of(0) }];
  plan.data = { train: { examples: 1, x: Float32Array.of(937.3), y: Float32Array.of(-1e9) } };
  const [layer] = await train(name, plan, 400);
  expect(Number.isFinite(layer!.kernel[0])).toBe(true);
  expect(layer!.kernel[0]).toBeLessThan(0);
});

async function train(name: EngineName, plan: RunPlan, updates: number): Promise<LayerParameters[]> {
  const trainer = await engines.get(name)!.create(plan);
  await trainer.train(updates);
  const parameters = await trainer.parameters();
  trainer.dispose();
  return parameters;
}
