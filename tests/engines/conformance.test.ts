/**
 * Every hidden activation × loss with its output activation × optimizer, trained in every engine that
 * runs in Node and held against the float64 reference.
 *
 * Tolerances. The engines compute in float32, unit roundoff u = 2⁻²⁴ ≈ 6e-8. Sums here have at most 11 terms of size
 * about 1, so a gradient is good to some 16·u ≈ 1e-6. One SGD step with rate 1 shows the gradient, plus u/2 for
 * the rounding of the parameter. Over UPDATES updates the errors add up, each scaled by the rule's rate: at most 0.1 for
 * SGD, η/√ε or η/ε, at most 10, for the others, of which the 10 is reached only where a gradient is far
 * below ε, and its error with it. 1e-6 per update is allowed; seen is about 2e-7 after all of them. A
 * misplaced ε or moment shows at 1e-4 and above (see the closed forms below).
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../src/engines/index.ts';
import type { Engine, EngineName, LayerParameters, RunPlan } from '../../src/engines/engine.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { activations, losses, optimizers, type Optimizer } from '../../src/nn/catalog.ts';
import { heads, hiddenActivations, makePlan, optimizer, optimizerCases } from './cases.ts';
import { examples, flatten, gradient, nearestKink, referenceNames, trainReference } from './reference.ts';

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

describe('the table', () => {
  it('has every entry of the catalog', () => {
    const tested = new Set([...hiddenActivations, ...heads.map((head) => head.output)]);
    expect(activations.map((entry) => entry.name).filter((name) => !tested.has(name))).toEqual([]);
    expect(losses.map((entry) => entry.name).filter((name) => !heads.some((head) => head.loss === name))).toEqual([]);
    expect(optimizers.map((entry) => entry.name).filter((name) => !optimizerCases.some((o) => o.name === name))).toEqual([]);
    expect(referenceNames.optimizers).toEqual(expect.arrayContaining(optimizers.map((entry) => entry.name)));
  });
});

describe.each(heads)('$loss with $output outputs', (head) => {
  describe.each(hiddenActivations)('after %s', (hidden) => {
    it('has the gradient that finite differences give', async () => {
      const plan = awayFromKinks({ hidden, head, batchSize: 11, optimizer: optimizer('sgd', { learningRate: 1 }) });
      const before = flatten(plan.parameters);
      const expected = gradient(plan.network, before, examples(plan.data.train));
      for (const name of names) {
        const after = flatten(await train(name, plan, 1));
        expectClose(
          after.map((value, i) => before[i]! - value),
          expected,
          GRADIENT_TOLERANCE,
          name,
        );
      }
    });

    it.each(optimizerCases)('trains as the reference does: $name', async (rule) => {
      const { plan, expected } = trainedAwayFromKinks({ hidden, head, optimizer: rule });
      for (const name of names) expectClose(flatten(await train(name, plan, UPDATES)), expected, TRAINED_TOLERANCE, name);
    });
  });
});

/**
 * One example with x = 0 leaves the bias alone to be trained: ŷ = b = 0.5, y = 0.25, so g = 2(b − y) = 0.5 exactly, and
 * the first step Δb follows from each rule by hand. Rates and ε are such that conventions differ visibly.
 */
describe('the first step in closed form', () => {
  const g = 0.5;
  const rows: { rule: Optimizer; step: number }[] = [
    { rule: optimizer('sgd', { learningRate: 0.125 }), step: -0.125 * g },
    { rule: optimizer('sgd', { learningRate: 0.125, momentum: 0.5 }), step: -0.125 * g },
    // Nesterov: v = −ηg, Δ = μv − ηg = −(1 + μ)ηg
    { rule: optimizer('sgd', { learningRate: 0.125, momentum: 0.5, nesterov: true }), step: -1.5 * 0.125 * g },
    // s = 0.5 + g² = 0.75, ε inside the root: √(0.75 + 0.25) = 1
    { rule: optimizer('adagrad', { learningRate: 0.125, initialAccumulator: 0.5, epsilon: 0.25 }), step: -0.125 * g },
    // s = (1 − ρ)g² = 0.125, √(0.125 + 0.125) = 0.5
    { rule: optimizer('rmsprop', { learningRate: 0.125, rho: 0.5, epsilon: 0.125 }), step: (-0.125 * g) / 0.5 },
    // m = (1 − β₁)g, v = (1 − β₂)g²; Δ = −η·√(1 − β₂)/(1 − β₁)·m/(√v + ε) = −ηg/(|g| + ε/√(1 − β₂)), here ε/√(1 − β₂) = 0.25/0.5
    { rule: optimizer('adam', { learningRate: 0.125, beta1: 0.5, beta2: 0.75, epsilon: 0.25 }), step: (-0.125 * g) / (g + 0.5) },
  ];

  it.each(rows)('$rule.name: $step', async ({ rule, step }) => {
    const plan = makePlan(kernel, { examples: 1, inputs: 1, units: [], outputs: 1, optimizer: rule });
    plan.parameters = [{ kernel: Float32Array.of(1), bias: Float32Array.of(0.5) }];
    plan.data = { train: { examples: 1, x: Float32Array.of(0), y: Float32Array.of(0.25) } };
    for (const name of names) {
      const [layer] = await train(name, plan, 1);
      expect(layer!.kernel[0], name).toBe(1);
      // One rounding of each of a handful of operations on numbers below 1.
      expect(Math.abs(layer!.bias[0]! - (0.5 + step)), name).toBeLessThan(2e-7);
    }
  });

  it('covers every optimizer', () => {
    expect(optimizers.map((entry) => entry.name).filter((name) => !rows.some(({ rule }) => rule.name === name))).toEqual([]);
  });
});

/** The first seed whose z all keep away from 0, where relu has no derivative and differences straddle the kink. */
function awayFromKinks(options: Parameters<typeof makePlan>[1]): RunPlan {
  for (let seed = 1; ; seed++) {
    const plan = makePlan(kernel, { ...options, seed });
    if (nearestKink(plan.network, flatten(plan.parameters), examples(plan.data.train)) > 1e-3) return plan;
  }
}

function trainedAwayFromKinks(options: Parameters<typeof makePlan>[1]): { plan: RunPlan; expected: number[] } {
  for (let seed = 1; ; seed++) {
    const plan = makePlan(kernel, { ...options, seed });
    const { theta, nearestKink } = trainReference(plan, UPDATES);
    if (nearestKink > 1e-4) return { plan, expected: theta };
  }
}

async function train(name: EngineName, plan: RunPlan, updates: number): Promise<LayerParameters[]> {
  const trainer = await engines.get(name)!.create(plan);
  await trainer.train(updates);
  const parameters = await trainer.parameters();
  trainer.dispose();
  return parameters;
}

function expectClose(actual: number[], expected: number[], tolerance: number, what: string): void {
  expect(actual.length).toBe(expected.length);
  const worst = actual.reduce((at, value, i) => (off(value, i) > off(actual[at]!, at) ? i : at), 0);
  expect(off(actual[worst]!, worst), `${what}, parameter ${worst}: ${actual[worst]} instead of ${expected[worst]}`).toBeLessThan(tolerance);

  function off(value: number, i: number): number {
    const difference = Math.abs(value - expected[i]!);
    return Number.isNaN(difference) ? Infinity : difference;
  }
}
