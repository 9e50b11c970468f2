/**
 * The kernel's matrix products at every remainder of the vector width, seen through a network of two linear layers, whose
 * outputs and gradients are sums of products. Paths: few rows (at most 4) and many; panels of B copied together
 * (at least 16 rows of A, 32 of B, more than 16 columns) and not; 8, 4 and fewer columns, 4, 2 and 1 rows at a time.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engines/engine.ts';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { flatten } from './reference.ts';
import { makePlan } from './cases.ts';

let kernel: Kernel;
let engine: Engine;

beforeAll(async () => {
  kernel = await loadKernel();
  engine = fusedEngine(kernel);
});

const oneToNine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('few columns', () => {
  it.each(oneToNine)('%i rows, 1 … 9 features, units and outputs', async (rows) => {
    for (const inputs of oneToNine) {
      for (const units of oneToNine) {
        for (const outputs of [1 + ((inputs + units) % 9), 4]) await expectProducts(rows, inputs, units, outputs);
      }
    }
  });
});

describe('copied panels and their neighbours', () => {
  // As A is X in the forward pass and Xᵀ in the gradient, both counts of rows and of features cross the thresholds of 16 and 32.
  it.each([1, 2, 3, 4, 5, 15, 16, 17, 18, 19, 31, 32, 33, 34, 35])('%i rows, 31 … 37 features and units', async (rows) => {
    for (const inputs of [15, 16, 17, 31, 32, 33, 34, 35, 36, 37]) {
      for (const units of [15, 16, 17, 31, 32, 33, 34, 35, 36, 37]) await expectProducts(rows, inputs, units, 1 + ((inputs + units) % 9));
    }
  });

  it.each([
    [65, 33, 37, 35],
    [64, 100, 20, 33],
    [130, 17, 65, 66],
  ])('%i rows, %i features, %i units, %i outputs', async (rows, inputs, units, outputs) => {
    await expectProducts(rows, inputs, units, outputs);
  });
});

/**
 * Outputs and gradients of the mean squared error against float64. A sum of n products in float32 is off by at most
 * n · u · Σ|a||b| to first order (Higham 2002, section 3.1; u = 2⁻²⁴), and errors of successive products add up: the same
 * network with absolute values in place of all numbers, times the count of all terms, bounds the error.
 */
async function expectProducts(rows: number, inputs: number, units: number, outputs: number): Promise<void> {
  const plan = makePlan(kernel, {
    seed: rows * 10000 + inputs * 100 + units,
    examples: rows,
    inputs,
    hidden: 'linear',
    units: [units],
    outputs,
    batchSize: rows,
  });
  const { x, y } = plan.data.train;
  const trainer = await engine.create(plan);
  const predicted = await trainer.predict(x, rows);
  const gradients = flatten(await trainer.gradients(x, y, rows));
  trainer.dispose();
  const [first, second] = plan.parameters;
  const numbers = { x, y, w1: first!.kernel, b1: first!.bias, w2: second!.kernel, b2: second!.bias };
  const shape = { rows, inputs, units, outputs };
  const exact = products(numbers, shape, -1);
  const sizes = {
    x: x.map(Math.abs),
    y: y.map(Math.abs),
    w1: numbers.w1.map(Math.abs),
    b1: numbers.b1.map(Math.abs),
    w2: numbers.w2.map(Math.abs),
    b2: numbers.b2.map(Math.abs),
  };
  const bound = products(sizes, shape, 1);
  const u = 2 ** -24 * (rows + inputs + units + outputs + 8);
  expectWithin(predicted, exact.z, bound.z, u);
  expectWithin(gradients, exact.gradients, bound.gradients, u);
}

interface Shape {
  rows: number;
  inputs: number;
  units: number;
  outputs: number;
}

/** Forward and backward in float64; `sign` is that of the labels in ŷ ∓ y: +1 for bounds. */
function products(
  { x, y, w1, b1, w2, b2 }: Record<'x' | 'y' | 'w1' | 'b1' | 'w2' | 'b2', ArrayLike<number>>,
  { rows, inputs, units, outputs }: Shape,
  sign: 1 | -1,
): { z: number[]; gradients: number[] } {
  const a = plus(multiply(x, w1, rows, inputs, units), b1);
  const z = plus(multiply(a, w2, rows, units, outputs), b2);
  const dz = z.map((value, i) => ((value + sign * y[i]!) * 2) / (rows * outputs));
  const da = multiply(dz, transpose(w2, units, outputs), rows, outputs, units);
  const ones = new Float64Array(rows).fill(1);
  return {
    z,
    gradients: [
      ...multiply(transpose(x, rows, inputs), da, inputs, rows, units),
      ...multiply(ones, da, 1, rows, units),
      ...multiply(transpose(a, rows, units), dz, units, rows, outputs),
      ...multiply(ones, dz, 1, rows, outputs),
    ],
  };
}

function multiply(a: ArrayLike<number>, b: ArrayLike<number>, m: number, k: number, n: number): number[] {
  const c = new Array<number>(m * n).fill(0);
  for (let i = 0; i < m; i++) for (let p = 0; p < k; p++) for (let j = 0; j < n; j++) c[i * n + j]! += a[i * k + p]! * b[p * n + j]!;
  return c;
}

function transpose(a: ArrayLike<number>, rows: number, columns: number): number[] {
  return Array.from({ length: rows * columns }, (_, i) => a[(i % rows) * columns + Math.floor(i / rows)]!);
}

function plus(a: number[], bias: ArrayLike<number>): number[] {
  return a.map((value, i) => value + bias[i % bias.length]!);
}

function expectWithin(actual: ArrayLike<number>, expected: number[], bound: number[], u: number): void {
  expect(actual.length).toBe(expected.length);
  const bad = expected.findIndex((value, i) => !(Math.abs(actual[i]! - value) <= u * bound[i]!));
  expect(bad === -1 || `number ${bad}: ${actual[bad]} instead of ${expected[bad]} ± ${u * bound[bad]!}`).toBe(true);
}
