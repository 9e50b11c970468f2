/**
 * The kernel's activations and their derivatives over all of float32's range against float64. This is how its vector functions
 * (exp, sigmoid, tanh, log, softplus, erf of four numbers at once) are reached.
 *
 * Errors are counted in units of 2⁻²⁴ (half a unit in the last place) of the expected value, or, where a formula
 * subtracts nearly equal numbers in any implementation that stays in float32, of the size of its terms (`scale`). Results
 * below the normal range may be off by TINY: the kernel's exponential stops at its least normal number, e^(−87.3).
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, LayerParameters, RunPlan } from '../../src/engines/engine.ts';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { activations } from '../../src/nn/catalog.ts';
import { withDefaults, type Choice } from '../../src/nn/entry.ts';
import { makePlan } from './cases.ts';
import { elementwiseRows } from './table/activations.ts';

const UNIT = 2 ** -24;
/** 100 times the least normal number of float32. */
const TINY = 1.2e-36;
const LARGEST = 3.4028234663852886e38;

let kernel: Kernel;
let engine: Engine;

beforeAll(async () => {
  kernel = await loadKernel();
  engine = fusedEngine(kernel);
});

describe.each(Object.entries(elementwiseRows))('%s', (name, { formula: row, derivative, units, scale, limits }) => {
  const choice = withDefaults(activations.find((entry) => entry.name === name)!);
  const formula = (z: number) => row([z], choice)[0]!;

  it('has its values', async () => {
    const z = grid();
    const values = await evaluate(choice, z);
    const worst = worstOf(z, values, formula, scale?.[0]);
    expect(worst.units, worst.what).toBeLessThanOrEqual(units[0]);
  });

  it('has its derivative', async () => {
    const z = grid().filter((value) => Math.abs(formula(value)) <= LARGEST);
    const slopes = await differentiate(choice, z);
    const worst = worstOf(z, slopes, (value) => derivative(value, choice), scale?.[1]);
    expect(worst.units, worst.what).toBeLessThanOrEqual(units[1]);
  });

  it('has its limits, and lets NaN through', async () => {
    const values = await evaluate(choice, Float32Array.of(-Infinity, Infinity, NaN, 0));
    limits.forEach((limit, i) => {
      // z · 0 at −∞ is not defined in floating point, whatever the limit
      if (Number.isNaN(limit)) return;
      if (Number.isFinite(limit)) expect(Math.abs(values[i]! - limit)).toBeLessThanOrEqual(TINY + units[0] * UNIT * Math.abs(limit));
      else expect(values[i]).toBe(limit);
    });
    expect(values[2]).toBeNaN();
    expect(values[3]).toBeCloseTo(formula(0), 6);
  });
});

/** Softmax: of rows with equal, far apart and huge numbers. */
describe('softmax', () => {
  it.each([
    { z: [0, 0, 0], a: [1 / 3, 1 / 3, 1 / 3] },
    { z: [1000, 1000, -1000], a: [0.5, 0.5, 0] },
    { z: [-LARGEST, 0, -LARGEST], a: [0, 1, 0] },
    // e^0.5 = 1.648721, e^−1 = 0.367879, e^2 = 7.389056; sum 9.405656
    { z: [0.5, -1, 2], a: [1.6487212707 / 9.4056568105, 0.3678794412 / 9.4056568105, 7.3890560989 / 9.4056568105] },
    { z: [-100, -101, -100.5, -99, -104], a: softmaxOf([-100, -101, -100.5, -99, -104]) },
  ])('of $z', async ({ z, a }) => {
    const plan = makePlan(kernel, { inputs: z.length, units: [], outputs: z.length, examples: 1 });
    plan.network.layers[0]!.activation = { name: 'softmax' };
    // One feature that is 1, so that the logits are a row of weights.
    plan.parameters = [{ kernel: Float32Array.from({ length: z.length ** 2 }, (_, i) => (i < z.length ? z[i]! : 0)), bias: new Float32Array(z.length) }];
    const trainer = await engine.create(plan);
    const values = await trainer.predict(
      Float32Array.from(z, (_, i) => Number(i === 0)),
      1,
    );
    trainer.dispose();
    values.forEach((value, k) => expect(Math.abs(value - a[k]!)).toBeLessThanOrEqual(8 * UNIT));
  });
});

function softmaxOf(z: number[]): number[] {
  const e = z.map((value) => Math.exp(value - Math.max(...z)));
  return e.map((value) => value / e.reduce((sum, v) => sum + v, 0));
}

/** −20 … 20 in steps of 1/64, magnitudes from denormal to the largest in both signs, and the neighbours of what functions branch at. */
function grid(): Float32Array {
  const dense = Array.from({ length: 2561 }, (_, i) => (i - 1280) / 64);
  const magnitudes = Array.from({ length: 277 }, (_, i) => 2 ** (i - 149));
  const branches = [
    0.625,
    0.3125,
    1,
    2,
    Math.SQRT2,
    2 * Math.SQRT2,
    3,
    8,
    9.0109,
    16,
    17,
    40,
    86,
    87,
    87.33654,
    87.4,
    88,
    88.37626,
    88.4,
    89,
    100,
    104,
    LARGEST,
  ];
  const near = branches.flatMap((z) => [z, z * (1 - UNIT), z * (1 - 2 * UNIT), z * (1 + 2 * UNIT)]).filter((z) => z <= LARGEST);
  const sides = [...magnitudes, ...magnitudes.map((z) => z * 1.37), ...near].filter((z) => z <= LARGEST);
  return Float32Array.from([0, -0, ...dense, ...sides, ...sides.map((z) => -z)]);
}

/** One unit of weight 1 and bias 0. */
function unit(activation: Choice): RunPlan {
  const plan = makePlan(kernel, { examples: 1, inputs: 1, units: [], outputs: 1, head: { loss: 'meanAbsoluteError', output: 'linear', labels: 'real' } });
  plan.network.layers[0]!.activation = activation;
  plan.parameters = [{ kernel: Float32Array.of(1), bias: Float32Array.of(0) }];
  return plan;
}

async function evaluate(activation: Choice, z: Float32Array): Promise<Float32Array> {
  const trainer = await engine.create(unit(activation));
  const values = await trainer.predict(z, z.length);
  trainer.dispose();
  return values;
}

/** The absolute error |a − y| of one example has the gradient ±f′(z) with respect to the bias; y is beyond all outputs on the side of 0. */
async function differentiate(activation: Choice, z: Float32Array): Promise<number[]> {
  const trainer = await engine.create(unit(activation));
  const slopes: number[] = [];
  for (const value of z) {
    const sign = value > 0 ? 1 : -1;
    const [gradient]: LayerParameters[] = await trainer.gradients(Float32Array.of(value), Float32Array.of(-sign * 1e30), 1);
    slopes.push(sign * gradient!.bias[0]!);
  }
  trainer.dispose();
  return slopes;
}

function worstOf(
  z: Float32Array,
  actual: ArrayLike<number>,
  expected: (z: number) => number,
  scale = (value: number) => Math.abs(expected(value)),
): { units: number; what: string } {
  let worst = { units: -1, what: '' };
  z.forEach((value, i) => {
    const wanted = expected(value);
    // selu of the largest numbers is beyond float32
    const off = Math.abs(wanted) > LARGEST && actual[i] === Math.sign(wanted) * Infinity ? 0 : Math.max(0, Math.abs(actual[i]! - wanted) - TINY);
    const units = off === 0 ? 0 : off / (UNIT * scale(value));
    if (Number.isNaN(units) || units > worst.units)
      worst = { units: Number.isNaN(units) ? Infinity : units, what: `at ${value}: ${actual[i]} instead of ${wanted}` };
  });
  return worst;
}
