/**
 * Evaluation takes two rows at a time. Each loss must be, to the last bit, the formula in float64 with the kernel's own
 * exponential and logarithm, summed in the order of the rows: recordings hold such sums.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunPlan } from '../../src/engines/engine.ts';
import { placeSplit } from '../../src/engines/fused/data.ts';
import { layOut } from '../../src/engines/fused/layout.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { openStream } from '../../src/kernel/random.ts';
import { activations, losses } from '../../src/nn/catalog.ts';
import { findEntry, withDefaults } from '../../src/nn/entry.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

/** The smallest step of a float32 at 1, steps at which the exponential changes its way, and what no exponential can take. */
const EDGES = [0, -0, 1, 2 ** -23, 2 ** -28, 2 ** -30, 0.34657, 0.34658, 1.0397, 1.03973, 349, 351, 700, 746, 1e30];

describe.each([1, 2, 3, 10])('%i outputs', (outputs) => {
  // Even and odd numbers of rows, and more than pass at once.
  it.each([1, 2, 7, 150])('%i rows', (rows) => {
    const mark = kernel.mark();
    const stream = openStream(kernel, rows, 'data', outputs);
    const logits = Float32Array.from({ length: rows * outputs }, () => drawLogit(stream));
    const labels = new Float32Array(rows * outputs);
    for (let r = 0; r < rows; r++) labels[r * outputs + stream.integer(outputs)] = outputs === 1 ? stream.integer(2) : 1;
    const name = outputs === 1 ? 'binaryCrossentropy' : 'categoricalCrossentropy';
    const rowLoss = outputs === 1 ? binary : categorical;
    const expected = Array.from({ length: rows }, (_, r) => rowLoss(rowOf(logits, r, outputs), rowOf(labels, r, outputs)));
    // The kernel adds up what passes at once, 64 rows here, and then these sums.
    let sum = 0;
    for (let start = 0; start < rows; start += 64) sum += expected.slice(start, start + 64).reduce((a, b) => a + b, 0);
    expect(evaluate(name, logits, labels, rows, outputs)).toBe(sum);
    kernel.release(mark);
  });
});

function drawLogit(stream: ReturnType<typeof openStream>): number {
  if (stream.integer(3) > 0) return 4 * stream.normal();
  return EDGES[stream.integer(EDGES.length)]! * (stream.integer(2) === 0 ? 1 : -1);
}

/** A network of one layer that passes its features on as logits. */
function evaluate(name: string, logits: Float32Array, labels: Float32Array, rows: number, outputs: number): number {
  const identity = Float32Array.from({ length: outputs * outputs }, (_, i) => (i % (outputs + 1) === 0 ? 1 : 0));
  const activation = outputs === 1 ? 'sigmoid' : 'softmax';
  const plan: RunPlan = {
    network: {
      inputs: outputs,
      layers: [{ units: outputs, activation: withDefaults(findEntry('activation', activations, activation)) }],
      loss: withDefaults(findEntry('loss', losses, name)),
    },
    training: { optimizer: { name: 'sgd', learningRate: 0.1, momentum: 0, nesterov: false }, batchSize: 1, shuffle: false },
    parameters: [{ kernel: identity, bias: new Float32Array(outputs) }],
    data: { train: { examples: rows, x: logits, y: labels } },
    seed: 1,
  };
  const { header, results } = layOut(kernel, plan);
  const { x, y } = placeSplit(kernel, plan.network, plan.data.train);
  kernel.exports.evaluate(header, x, y, rows);
  return kernel.f64(results, 1)[0]!;
}

/** Σ max(z, 0) − z y + ln(1 + e^{−|z|}) */
function binary([z]: number[], [y]: number[]): number {
  return Math.max(z!, 0) - z! * y! + kernel.exports.log(1 + kernel.exports.exp(-Math.abs(z!)));
}

/** Σ y (ln Σ e^{z − max z} + max z − z) */
function categorical(z: number[], y: number[]): number {
  const top = Math.max(...z);
  const logSum = kernel.exports.log(z.reduce((sum, one) => sum + kernel.exports.exp(one - top), 0)) + top;
  return z.reduce((loss, one, k) => (y[k] ? loss + y[k] * (logSum - one) : loss), 0);
}

function rowOf(values: Float32Array, row: number, width: number): number[] {
  return Array.from(values.subarray(row * width, (row + 1) * width));
}
