/** The maximal update parametrization: the standard network at the base width, table 3 of Yang et al. (2022) elsewhere, and updates worked out by hand. */
import { describe, expect, test } from 'vitest';
import type { Optimizer } from '../../../src/nn/catalog.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import type { RunPlan } from '../../../src/engines/engine.ts';
import { layerScales } from '../../../src/experiments/plan/layerScales.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { parseConfiguration } from '../../../src/experiments/configuration/parseConfiguration.ts';
import { loadKernel } from '../../../src/kernel/node.ts';

const kernel = await loadKernel();
const engines = await Promise.all((['fused', 'tfjs-cpu'] as const).map((name) => loadEngine(name, kernel)));

const SGD = { name: 'sgd', learningRate: 0.125, momentum: 0, nesterov: false };
const ADAM = { name: 'adam', learningRate: 0.125, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

function configurationOf(hidden: number[], base: number | undefined, optimizer: Optimizer) {
  const parsed = parseConfiguration({
    dataset: {
      name: 'inline',
      task: 'regression',
      x: [
        [1, -0.5],
        [0.25, 1],
        [-1, 0.5],
      ],
      y: [1, -0.5, 2],
    },
    network: { hidden, activation: 'tanh', initializer: 'lecunNormal', ...(base && { parametrization: { name: 'maximalUpdate', base } }) },
    training: { loss: 'meanSquaredError', optimizer, batchSize: 3, updates: 5, shuffle: false },
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.configuration;
}

const planOf = (...settings: Parameters<typeof configurationOf>) => planRun(configurationOf(...settings), 7, kernel).plan as RunPlan;

describe.each([SGD, ADAM])('with $name', (optimizer) => {
  test.each([[[4]], [[8, 8]], [[5, 5, 5]], [[64, 64]]])('hidden layers %j as wide as the base are the standard network, bit for bit', (hidden) => {
    expect(planOf(hidden, hidden[0], optimizer)).toEqual(planOf(hidden, undefined, optimizer));
  });

  // The gradient of the mean squared error of a network with one hidden layer, from the chain rule, in float64.
  test('the first update of a network twice as wide as its base is the one by hand', async () => {
    const plan = planOf([8], 4, optimizer);
    const standard = planOf([8], undefined, optimizer);
    const [w, c] = [plan.parameters[0]!.kernel, plan.parameters[1]!.kernel];
    expect(w).toEqual(standard.parameters[0]!.kernel);
    c.forEach((value, j) => expect(value).toBeCloseTo(standard.parameters[1]!.kernel[j]! / Math.SQRT2, 6));
    const { x, y } = plan.data.train;
    const rows = [0, 1, 2];
    const h = rows.map((r) => Array.from({ length: 8 }, (_, j) => Math.tanh(w[j]! * x[2 * r]! + w[8 + j]! * x[2 * r + 1]!)));
    const error = rows.map((r) => h[r]!.reduce((sum, value, j) => sum + value * c[j]!, 0) - y[r]!);
    const mean = (of: (row: number) => number) => rows.reduce((sum, r) => sum + of(r), 0) / 3;
    const below = (r: number, j: number) => 2 * error[r]! * c[j]! * (1 - h[r]![j]! ** 2);
    const gradients = {
      w: Array.from(w, (_, at) => mean((r) => below(r, at % 8) * x[2 * r + Math.floor(at / 8)]!)),
      b: Array.from({ length: 8 }, (_, j) => mean((r) => below(r, j))),
      c: Array.from(c, (_, j) => mean((r) => 2 * error[r]! * h[r]![j]!)),
      d: [mean((r) => 2 * error[r]!)],
    };
    // Table 3 at twice the width. SGD: the first layer and its biases × 2, the output's weights ÷ 2. Adam: the output's weights ÷ 2.
    const rates = optimizer.name === 'sgd' ? { w: 0.25, b: 0.25, c: 0.0625, d: 0.125 } : { w: 0.125, b: 0.125, c: 0.0625, d: 0.125 };
    // Adam's first step: m̂/(√v̂ + ε/√(1 − β₂)).
    const step = (g: number) => (optimizer.name === 'sgd' ? g : g / (Math.abs(g) + 1e-7 / Math.sqrt(0.001)));
    const moved = (start: Float32Array, key: keyof typeof rates) => Array.from(start, (value, i) => value - rates[key] * step(gradients[key][i]!));
    for (const engine of engines) {
      const trainer = await engine.create(plan);
      await trainer.train(1);
      const [hidden, output] = await trainer.parameters();
      trainer.dispose();
      const zeros = (count: number) => new Float32Array(count);
      for (const [actual, expected] of [
        [hidden!.kernel, moved(w, 'w')],
        [hidden!.bias, moved(zeros(8), 'b')],
        [output!.kernel, moved(c, 'c')],
        [output!.bias, moved(zeros(1), 'd')],
      ] as const) {
        expected.forEach((value, i) => expect(Math.abs(actual[i]! - value), `${engine.name}, ${i}`).toBeLessThan(2e-6));
      }
    }
  });
});

test('factors are those of table 3, also where hidden layers differ in width', () => {
  // Eight and two times as wide as the base.
  expect(layerScales(configurationOf([32, 8], 4, SGD))).toEqual([
    { start: 1, kernelRate: 8, biasRate: 8 },
    { start: 1, kernelRate: 2 / 8, biasRate: 2 },
    { start: 1 / Math.sqrt(2), kernelRate: 1 / 2, biasRate: 1 },
  ]);
  expect(layerScales(configurationOf([32, 8], 4, ADAM))).toEqual([
    { start: 1, kernelRate: 1, biasRate: 1 },
    { start: 1, kernelRate: 1 / 8, biasRate: 1 },
    { start: 1 / Math.sqrt(2), kernelRate: 1 / 2, biasRate: 1 },
  ]);
  expect(layerScales(configurationOf([32, 8], undefined, ADAM))).toBeUndefined();
});

test('start weights of the hidden layers are the standard ones', () => {
  const [mup, standard] = [planOf([32, 32], 8, ADAM), planOf([32, 32], undefined, ADAM)];
  expect(mup.parameters.slice(0, 2)).toEqual(standard.parameters.slice(0, 2));
  expect(mup.parameters[2]!.kernel).toEqual(standard.parameters[2]!.kernel.map((weight) => weight / 2));
});
