/** Lays a run out in the kernel's memory as a program (see kernel/assembly/layout.ts). */
import type { Kernel } from '../../kernel/kernel.ts';
import * as Clip from '../../kernel/program/clip.ts';
import * as Header from '../../kernel/program/header.ts';
import { PURPOSES } from '../../kernel/random.ts';
import { losses, optimizers } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import type { Loss, Optimizer } from '../../nn/catalog.ts';
import type { Features, NetworkPlan, RunPlan } from '../engine.ts';
import { placeCodeValues } from './data.ts';
import { bytesOf, pad } from './matrix.ts';
import { placeOps, type Ops } from './ops.ts';
import { placeVariables, writeParameters, type Variables } from './variables.ts';
import { writeWords } from './words.ts';

export interface Program {
  /** Offset of the header. */
  header: number;
  variables: Variables;
  ops: Ops;
  /** Offset of the optimizer's float64 values, in the catalog's order. */
  hyperparameters: number;
  /** Offset of the four float64 sums of `evaluate`. */
  results: number;
  /** Rows that one forward pass takes. */
  capacity: number;
  /** Moving average of the parameters, if asked for. */
  averages: number;
}

const CLIPS = { value: Clip.VALUE, norm: Clip.NORM, globalNorm: Clip.GLOBAL_NORM };

/** Rows for which a forward pass is efficient; evaluation takes at least so many at a time. */
const EVALUATION_ROWS = 64;

/** The program of a run, but for its data: see placeTraining. */
export function layOut(kernel: Kernel, plan: RunPlan<Features>): Program {
  const { network, training, data } = plan;
  const outputs = network.layers.at(-1)!.units;
  const capacity = pad(Math.max(Math.min(training.batchSize, data.train.examples), EVALUATION_ROWS));
  const header = kernel.allocate(Header.SIZE * 4);
  const results = kernel.allocate(4 * 8);
  const variables = placeVariables(kernel, network);
  writeParameters(kernel, variables, plan.parameters);
  const ops = placeOps(kernel, network, variables, capacity, plan.seed);
  const averages = training.averaging ? kernel.allocate(variables.count * 4) : 0;
  const hyperparameters = placeHyperparameters(kernel, training.optimizer, variables);
  const widest = Math.max(network.inputs, ...network.layers.map((layer) => layer.units));
  const words = {
    [Header.OPS]: ops.pointer,
    [Header.OP_COUNT]: ops.count,
    [Header.INPUTS]: network.inputs,
    [Header.OUTPUTS]: outputs,
    [Header.CAPACITY]: capacity,
    [Header.LOSS]: findEntry('loss', losses, network.loss.name).opcode,
    [Header.OPTIMIZER]: findEntry('optimizer', optimizers, training.optimizer.name).opcode,
    [Header.PARAMETERS]: variables.parameters,
    [Header.GRADIENTS]: variables.gradients,
    [Header.SLOTS]: variables.slots,
    [Header.PARAMETER_COUNT]: variables.count,
    [Header.HYPERPARAMETERS]: hyperparameters,
    [Header.EXAMPLES]: data.train.examples,
    [Header.BATCH_SIZE]: training.batchSize,
    [Header.BATCH_X]: kernel.allocate(bytesOf(capacity, network.inputs)),
    [Header.BATCH_Y]: kernel.allocate(bytesOf(capacity, outputs)),
    [Header.PERMUTATION]: placePermutation(kernel, data.train.examples),
    [Header.ORDER]: training.shuffle ? placeOrder(kernel, plan.seed) : 0,
    // gemm's scratch: a panel of eight columns
    [Header.SCRATCH]: kernel.allocate(8 * 4 * Math.max(capacity, pad(widest))),
    [Header.RESULTS]: results,
    [Header.VARIABLES]: variables.table,
    [Header.VARIABLE_COUNT]: variables.tableLength,
    [Header.CLIP]: training.clip ? CLIPS[training.clip.by] : Clip.NONE,
    [Header.AVERAGES]: averages,
    ...placeSelection(kernel, network, capacity),
    ...placeCodeValues(kernel, data.train.x),
    [Header.PENALIZED]: Number(variables.penalized),
    [Header.CONSTRAINED]: Number(variables.constrained),
    [Header.RATED]: Number(variables.rated),
  };
  writeWords(kernel, header, words, {
    [Header.CLIP_LIMIT]: training.clip?.limit ?? 0,
    [Header.AVERAGE_MOMENTUM]: training.averaging?.momentum ?? 0,
    [Header.LOSS_PARAMETER]: lossParameter(network.loss),
  });
  return { header, variables, ops, hyperparameters, results, capacity, averages };
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
    [Header.GROUPS]: kernel.allocate(pad(inputs)),
    [Header.KEPT_X]: kernel.allocate(bytesOf(capacity, inputs)),
    [Header.KEPT_GRADIENT]: kernel.allocate(bytesOf(pad(inputs), layers[0]!.units)),
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
