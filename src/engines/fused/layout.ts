/** Lays a run out in the kernel's memory as a program (see kernel/assembly/layout.ts). */
import type { Kernel } from '../../kernel/kernel.ts';
import { PURPOSES } from '../../kernel/random.ts';
import { losses, optimizers } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import type { Loss, Optimizer } from '../../nn/catalog.ts';
import type { Features, NetworkPlan, RunPlan } from '../engine.ts';
import { placeCodeValues } from './data.ts';
import { bytesOf, pad } from './matrix.ts';
import { placeOps, type Ops } from './ops.ts';
import { placeVariables, writeParameters, type Variables } from './variables.ts';
import { Clip, Header, writeWords } from './words.ts';

export interface Program {
  /** Offset of the header. */
  header: number;
  variables: Variables;
  ops: Ops;
  /** Offset of the four float64 sums of `evaluate`. */
  results: number;
  /** Rows that one forward pass takes. */
  capacity: number;
  /** Moving average of the parameters, if asked for. */
  averages: number;
}

/** Rows for which a forward pass is efficient; evaluation takes at least so many at a time. */
const EVALUATION_ROWS = 64;

export function layOut(kernel: Kernel, plan: RunPlan<Features>): Program {
  const { network, training, data } = plan;
  const outputs = network.layers.at(-1)!.units;
  const capacity = pad(Math.max(Math.min(training.batchSize, data.train.examples), EVALUATION_ROWS));
  const header = kernel.allocate(Header.size * 4);
  const results = kernel.allocate(4 * 8);
  const variables = placeVariables(kernel, network);
  writeParameters(kernel, variables, plan.parameters);
  const ops = placeOps(kernel, network, variables, capacity, plan.seed);
  const averages = training.averaging ? kernel.allocate(variables.count * 4) : 0;
  const widest = Math.max(network.inputs, ...network.layers.map((layer) => layer.units));
  const words = {
    [Header.ops]: ops.pointer,
    [Header.opCount]: ops.count,
    [Header.inputs]: network.inputs,
    [Header.outputs]: outputs,
    [Header.capacity]: capacity,
    [Header.loss]: findEntry('loss', losses, network.loss.name).opcode,
    [Header.optimizer]: findEntry('optimizer', optimizers, training.optimizer.name).opcode,
    [Header.parameters]: variables.parameters,
    [Header.gradients]: variables.gradients,
    [Header.slots]: variables.slots,
    [Header.parameterCount]: variables.count,
    [Header.hyperparameters]: placeHyperparameters(kernel, training.optimizer, variables),
    [Header.examples]: data.train.examples,
    [Header.batchSize]: training.batchSize,
    [Header.batchX]: kernel.allocate(bytesOf(capacity, network.inputs)),
    [Header.batchY]: kernel.allocate(bytesOf(capacity, outputs)),
    [Header.permutation]: placePermutation(kernel, data.train.examples),
    [Header.order]: training.shuffle ? placeOrder(kernel, plan.seed) : 0,
    // gemm's scratch: a panel of eight columns
    [Header.scratch]: kernel.allocate(8 * 4 * Math.max(capacity, pad(widest))),
    [Header.results]: results,
    [Header.variables]: variables.table,
    [Header.variableCount]: variables.tableLength,
    [Header.clip]: training.clip ? Clip[training.clip.by] : 0,
    [Header.averages]: averages,
    ...placeSelection(kernel, network, capacity),
    ...placeCodeValues(kernel, data.train.x),
    [Header.penalized]: Number(variables.penalized),
    [Header.constrained]: Number(variables.constrained),
  };
  writeWords(kernel, header, words, {
    [Header.clipLimit]: training.clip?.limit ?? 0,
    [Header.averageMomentum]: training.averaging?.momentum ?? 0,
    [Header.lossParameter]: lossParameter(network.loss),
  });
  return { header, variables, ops, results, capacity, averages };
}

/** Values in the catalog's order, then four running products at 1 (see kernel/assembly/optimizers.ts). */
function placeHyperparameters(kernel: Kernel, optimizer: Optimizer, variables: Variables): number {
  const pointer = kernel.allocate(12 * 8);
  const entry = findEntry('optimizer', optimizers, optimizer.name);
  const values = Object.keys(entry.hyperparameters).map((key) => Number(optimizer[key]));
  kernel.f64(pointer, 12).fill(1, 8).set(values);
  if (optimizer.name === 'adagrad') kernel.f32(variables.slots, variables.count).fill(Number(optimizer.initialAccumulator));
  return pointer;
}

/** Room to leave out features that are zero in a whole batch; not worth a look where there are few, or where they are disturbed first. */
function placeSelection(kernel: Kernel, { inputs, inputNoise, inputDropout, layers }: NetworkPlan, capacity: number): Record<number, number> {
  if (inputs < 64 || inputNoise || inputDropout) return {};
  return {
    [Header.groups]: kernel.allocate(pad(inputs)),
    [Header.keptX]: kernel.allocate(bytesOf(capacity, inputs)),
    [Header.keptGradient]: kernel.allocate(bytesOf(pad(inputs), layers[0]!.units)),
  };
}

function placePermutation(kernel: Kernel, examples: number): number {
  const pointer = kernel.allocate(examples * 4);
  const view = kernel.i32(pointer, examples);
  for (let i = 0; i < examples; i++) view[i] = i;
  return pointer;
}

function placeOrder(kernel: Kernel, seed: number): number {
  const state = kernel.allocate(16);
  kernel.exports.seedStream(state, seed, PURPOSES.order, 0);
  return state;
}

/** The one number that a loss may have: Huber's δ, or whether the ½-sum is averaged over examples. */
function lossParameter(loss: Loss): number {
  if (loss.name === 'huber') return Number(loss.delta);
  if (loss.name === 'halfSquaredError') return Number(loss.average);
  return 0;
}
