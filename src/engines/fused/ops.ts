/** The operations of a network in kernel memory, in the order of the forward pass. */
import type { Kernel } from '../../kernel/kernel.ts';
import * as Field from '../../kernel/program/field.ts';
import * as Op from '../../kernel/program/op.ts';
import { PURPOSES, type Purpose } from '../../kernel/random.ts';
import { activations } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import { isBiasCancelled } from '../cancelledBias.ts';
import type { LayerPlan, NetworkPlan } from '../engine.ts';
import { bytesOf } from './matrix.ts';
import type { Place, Variables } from './variables.ts';
import { writeWords } from './words.ts';

export interface Ops {
  pointer: number;
  count: number;
  /** Buffer of each layer's activation. */
  activations: number[];
}

/** An op before it has a place: what differs between kinds. */
interface Draft {
  kind: number;
  width: number;
  words?: Record<number, number>;
  reals?: Record<number, number>;
  /** Its output is its input: it does nothing forwards. */
  isInPlace?: boolean;
  /** Index of the layer whose activation this is. */
  activationOf?: number;
}

/**
 * `capacity`: rows that the buffers hold. `seed` names the streams of dropout and noise; each layer
 * has its own (index = layer + 1; 0 for the features).
 */
export function placeOps(kernel: Kernel, network: NetworkPlan, variables: Variables, capacity: number, seed: number): Ops {
  const drafts = rectifyInDense(draftOps(kernel, network, variables, capacity, seed));
  const pointer = kernel.allocate(drafts.length * Field.SIZE * 4);
  const buffers: number[] = [];
  let input = { buffer: 0, width: network.inputs, delta: 0 };
  drafts.forEach((draft, index) => {
    const elementwise = draft.kind !== Op.DENSE;
    const bytes = bytesOf(capacity, draft.width);
    const buffer = draft.isInPlace ? input.buffer : kernel.allocate(bytes);
    // Elementwise ops work on their delta in place; the features need none.
    const delta = elementwise ? input.delta : kernel.allocate(bytes);
    writeWords(
      kernel,
      pointer + index * Field.SIZE * 4,
      {
        [Field.KIND]: draft.kind,
        [Field.IN]: input.buffer,
        [Field.OUT]: buffer,
        [Field.IN_WIDTH]: input.width,
        [Field.OUT_WIDTH]: draft.width,
        [Field.DELTA_OUT]: delta,
        [Field.DELTA_IN]: input.delta,
        ...draft.words,
      },
      draft.reals,
    );
    if (draft.activationOf !== undefined) buffers[draft.activationOf] = buffer;
    input = { buffer, width: draft.width, delta };
  });
  return { pointer, count: drafts.length, activations: buffers };
}

function draftOps(kernel: Kernel, network: NetworkPlan, variables: Variables, capacity: number, seed: number): Draft[] {
  const features = disturbances(kernel, network.inputs, network.inputNoise, network.inputDropout, capacity, seed, 0);
  const layers = network.layers.map((layer, index) => {
    const places = Object.fromEntries(variables.layers[index]!.map((place) => [place.key, place]));
    const dense: Draft = {
      kind: Op.DENSE,
      width: layer.units,
      words: { ...pair(places.kernel!, places.bias!), [Field.BIAS_CANCELLED]: Number(isBiasCancelled(layer)) },
    };
    const normalize = normalization(kernel, layer, places, capacity);
    const before = layer.normalization?.position === 'before' ? normalize : [];
    const after = layer.normalization?.position === 'after' ? normalize : [];
    const rest = disturbances(kernel, layer.units, layer.noise, layer.dropout, capacity, seed, index + 1);
    const sums = disturbances(kernel, layer.units, undefined, layer.sumDropout, capacity, seed, index + 1);
    return [dense, ...before, ...sums, activation(layer, index), ...after, ...activityPenalty(layer), ...rest];
  });
  return [...features, ...layers.flat()];
}

/** relu between two dense ops joins them: the one before applies it as it stores its sums, the one after its derivative. */
function rectifyInDense(drafts: Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const [draft, before, after] = [drafts[i]!, joined.at(-1), drafts[i + 1]];
    if (!isRelu(draft) || before?.kind !== Op.DENSE || after?.kind !== Op.DENSE) {
      joined.push(draft);
      continue;
    }
    Object.assign(before, { words: { ...before.words, [Field.RECTIFY]: 1 }, activationOf: draft.activationOf });
    after.words = { ...after.words, [Field.IN_RECTIFIED]: 1 };
  }
  return joined;
}

function isRelu({ kind, words }: Draft): boolean {
  return kind === Op.ACTIVATION && words?.[Field.OPCODE] === findEntry('activation', activations, 'relu').opcode;
}

function activation(layer: LayerPlan, index: number): Draft {
  const entry = findEntry('activation', activations, layer.activation.name);
  const [parameter = 0] = Object.keys(entry.hyperparameters).map((key) => Number(layer.activation[key]));
  return {
    kind: Op.ACTIVATION,
    width: layer.units,
    words: { [Field.OPCODE]: entry.opcode },
    reals: { [Field.A]: parameter },
    isInPlace: entry.name === 'linear',
    activationOf: index,
  };
}

function normalization(kernel: Kernel, layer: LayerPlan, places: Record<string, Place>, capacity: number): Draft[] {
  if (!layer.normalization) return [];
  const { kind, momentum, epsilon } = layer.normalization;
  const batch = kind === 'batch';
  return [
    {
      kind: batch ? Op.BATCH_NORMALIZATION : Op.LAYER_NORMALIZATION,
      width: layer.units,
      words: {
        ...pair(places.gamma!, places.beta!),
        [Field.AUXILIARY]: kernel.allocate(bytesOf(capacity, layer.units)),
        [Field.STATISTICS]: batch ? places.movingMean!.pointer : kernel.allocate(capacity * 4),
      },
      reals: { [Field.A]: momentum, [Field.B]: epsilon },
    },
  ];
}

function activityPenalty({ activityPenalty: penalty, units }: LayerPlan): Draft[] {
  if (!penalty) return [];
  return [{ kind: Op.ACTIVITY_REGULARIZER, width: units, isInPlace: true, reals: { [Field.A]: penalty.l1, [Field.B]: penalty.l2 } }];
}

function disturbances(
  kernel: Kernel,
  width: number,
  noise: number | undefined,
  dropout: number | undefined,
  capacity: number,
  seed: number,
  index: number,
): Draft[] {
  const drafts: Draft[] = [];
  if (noise) {
    drafts.push({ kind: Op.GAUSSIAN_NOISE, width, words: { [Field.STREAM]: openState(kernel, seed, 'noise', index) }, reals: { [Field.A]: noise } });
  }
  if (dropout) {
    const words = { [Field.STREAM]: openState(kernel, seed, 'dropout', index), [Field.AUXILIARY]: kernel.allocate(bytesOf(capacity, width)) };
    drafts.push({ kind: Op.DROPOUT, width, words, reals: { [Field.A]: dropout } });
  }
  return drafts;
}

/** Two variables as a dense layer's kernel and bias, or a normalization's γ and β. */
function pair(first: Place, second: Place): Record<number, number> {
  return {
    [Field.KERNEL]: first.pointer,
    [Field.KERNEL_GRADIENT]: first.gradient!,
    [Field.BIAS]: second.pointer,
    [Field.BIAS_GRADIENT]: second.gradient!,
  };
}

function openState(kernel: Kernel, seed: number, purpose: Purpose, index: number): number {
  const state = kernel.allocate(16);
  kernel.exports.seedStream(state, seed, PURPOSES[purpose], index);
  return state;
}
