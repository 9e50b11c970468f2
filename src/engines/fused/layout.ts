/**
 * Lays a network out in the kernel's memory as a program (see kernel/assembly/layout.ts, whose
 * header, fields and padding this file mirrors).
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { PURPOSES } from '../../kernel/random.ts';
import { activations, losses, optimizers } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import type { LayerParameters, RunPlan, SplitData } from '../engine.ts';

export interface Program {
  /** Offset of the header. */
  header: number;
  /** Offsets of each layer's parameters. */
  layers: { kernel: number; bias: number; inputs: number; units: number }[];
  /** Offset of the four float64 sums of `evaluate`. */
  results: number;
}

/** Words of the header. */
export const Header = {
  ops: 0,
  opCount: 1,
  inputs: 2,
  outputs: 3,
  capacity: 4,
  loss: 5,
  optimizer: 6,
  parameters: 7,
  gradients: 8,
  slots: 9,
  parameterCount: 10,
  hyperparameters: 11,
  x: 12,
  y: 13,
  examples: 14,
  batchSize: 15,
  batchX: 16,
  batchY: 17,
  permutation: 18,
  order: 19,
  position: 20,
  step: 21,
  scratch: 22,
  results: 23,
  size: 32,
} as const;

/** Words of an op. */
const Field = {
  kind: 0,
  in: 1,
  inStride: 2,
  inWidth: 3,
  out: 4,
  outWidth: 5,
  deltaOut: 6,
  deltaIn: 7,
  kernel: 8,
  bias: 9,
  kernelGradient: 10,
  biasGradient: 11,
  opcode: 12,
  size: 16,
} as const;

const DENSE = 0;
const ACTIVATION = 1;

/** Rows for which a forward pass is efficient; evaluation uses at least so many at a time. */
const EVALUATION_ROWS = 64;

export function layOut(kernel: Kernel, plan: RunPlan): Program {
  const { network, training, data } = plan;
  const widths = [network.inputs, ...network.layers.map((layer) => layer.units)];
  const capacity = pad(Math.max(Math.min(training.batchSize, data.train.examples), EVALUATION_ROWS));
  const outputs = widths.at(-1)!;
  const optimizer = findEntry('optimizer', optimizers, training.optimizer.name);

  const header = kernel.allocate(Header.size * 4);
  const results = kernel.allocate(4 * 8);
  const { parameters, gradients, slots, count, layers } = allocateParameters(kernel, widths);
  const hyperparameters = kernel.allocate(16 * 8);
  const values = Object.keys(optimizer.hyperparameters).map((key) => Number(training.optimizer[key]));
  kernel.f64(hyperparameters, 16).fill(1, 8, 10).set(values);
  if (optimizer.name === 'adagrad') kernel.f32(slots, count).fill(Number(training.optimizer.initialAccumulator));

  const ops = kernel.allocate(network.layers.length * 2 * Field.size * 4);
  let input = { buffer: 0, delta: 0, stride: network.inputs * 4 };
  network.layers.forEach((layer, index) => {
    const { kernel: weights, bias, inputs } = layers[index]!;
    const bytes = capacity * pad(layer.units) * 4;
    const [z, a, delta] = [kernel.allocate(bytes), kernel.allocate(bytes), kernel.allocate(bytes)];
    const op = ops + index * 2 * Field.size * 4;
    write(kernel, op, {
      [Field.kind]: DENSE,
      [Field.in]: input.buffer,
      [Field.inStride]: input.stride,
      [Field.inWidth]: inputs,
      [Field.out]: z,
      [Field.outWidth]: layer.units,
      [Field.deltaOut]: delta,
      [Field.deltaIn]: input.delta,
      [Field.kernel]: weights,
      [Field.bias]: bias,
      [Field.kernelGradient]: weights + gradients - parameters,
      [Field.biasGradient]: bias + gradients - parameters,
    });
    write(kernel, op + Field.size * 4, {
      [Field.kind]: ACTIVATION,
      [Field.in]: z,
      [Field.out]: a,
      [Field.outWidth]: layer.units,
      [Field.deltaOut]: delta,
      [Field.opcode]: findEntry('activation', activations, layer.activation.name).opcode,
    });
    input = { buffer: a, delta, stride: pad(layer.units) * 4 };
  });

  const { x, y } = writeSplit(kernel, data.train, network.inputs, outputs);
  const permutation = kernel.allocate(data.train.examples * 4);
  kernel.i32(permutation, data.train.examples).forEach((_, i, all) => void (all[i] = i));
  let order = 0;
  if (training.shuffle) {
    order = kernel.allocate(16);
    kernel.exports.seedStream(order, plan.seed, PURPOSES.order, 0);
  }
  write(kernel, header, {
    [Header.ops]: ops,
    [Header.opCount]: network.layers.length * 2,
    [Header.inputs]: network.inputs,
    [Header.outputs]: outputs,
    [Header.capacity]: capacity,
    [Header.loss]: findEntry('loss', losses, network.loss.name).opcode,
    [Header.optimizer]: optimizer.opcode,
    [Header.parameters]: parameters,
    [Header.gradients]: gradients,
    [Header.slots]: slots,
    [Header.parameterCount]: count,
    [Header.hyperparameters]: hyperparameters,
    [Header.x]: x,
    [Header.y]: y,
    [Header.examples]: data.train.examples,
    [Header.batchSize]: training.batchSize,
    [Header.batchX]: kernel.allocate(capacity * network.inputs * 4),
    [Header.batchY]: kernel.allocate(capacity * pad(outputs) * 4),
    [Header.permutation]: permutation,
    [Header.order]: order,
    [Header.scratch]: kernel.allocate(8 * 4 * Math.max(capacity, ...widths.map(pad))),
    [Header.results]: results,
  });
  const program = { header, layers, results };
  writeParameters(kernel, program, plan.parameters);
  return program;
}

/** Copy a split into kernel memory: features as they are, labels padded to a multiple of 4 per row. */
export function writeSplit(kernel: Kernel, split: SplitData, inputs: number, outputs: number): { x: number; y: number } {
  const x = kernel.allocate(split.examples * inputs * 4);
  const y = kernel.allocate(split.examples * pad(outputs) * 4);
  kernel.f32(x, split.x.length).set(split.x);
  writeRows(kernel, y, split.y, split.examples, outputs);
  return { x, y };
}

export function writeParameters(kernel: Kernel, program: Program, parameters: LayerParameters[]): void {
  program.layers.forEach((layer, index) => {
    const given = parameters[index];
    if (given?.kernel.length !== layer.inputs * layer.units || given.bias.length !== layer.units) {
      throw new Error(`Parameters of layer ${index + 1}: expected a ${layer.inputs} × ${layer.units} kernel and ${layer.units} biases.`);
    }
    writeRows(kernel, layer.kernel, given.kernel, layer.inputs, layer.units);
    writeRows(kernel, layer.bias, given.bias, 1, layer.units);
  });
}

export function readParameters(kernel: Kernel, program: Program): LayerParameters[] {
  return program.layers.map(({ kernel: weights, bias, inputs, units }) => ({
    kernel: readRows(kernel, weights, inputs, units),
    bias: readRows(kernel, bias, 1, units),
  }));
}

/** Next multiple of 4. */
export function pad(width: number): number {
  return (width + 3) & ~3;
}

function allocateParameters(kernel: Kernel, widths: number[]) {
  const shapes = widths.slice(1).map((units, i) => ({ inputs: widths[i]!, units }));
  const count = shapes.reduce((sum, { inputs, units }) => sum + (inputs + 1) * pad(units), 0);
  const parameters = kernel.allocate(count * 4);
  const gradients = kernel.allocate(count * 4);
  const slots = kernel.allocate(count * 4 * 3);
  let offset = parameters;
  const layers = shapes.map(({ inputs, units }) => {
    const weights = offset;
    const bias = weights + inputs * pad(units) * 4;
    offset = bias + pad(units) * 4;
    return { kernel: weights, bias, inputs, units };
  });
  return { parameters, gradients, slots, count, layers };
}

function write(kernel: Kernel, base: number, words: Record<number, number>): void {
  const view = kernel.i32(base, Header.size);
  for (const [index, value] of Object.entries(words)) view[Number(index)] = value;
}

function writeRows(kernel: Kernel, to: number, values: Float32Array, rows: number, width: number): void {
  const stride = pad(width);
  const view = kernel.f32(to, rows * stride);
  for (let r = 0; r < rows; r++) view.set(values.subarray(r * width, (r + 1) * width), r * stride);
}

function readRows(kernel: Kernel, from: number, rows: number, width: number): Float32Array {
  const stride = pad(width);
  const view = kernel.f32(from, rows * stride);
  const values = new Float32Array(rows * width);
  for (let r = 0; r < rows; r++) values.set(view.subarray(r * stride, r * stride + width), r * width);
  return values;
}
