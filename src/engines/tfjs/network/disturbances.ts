/**
 * Dropout and noise from the kernel's streams, the same numbers that `fused` draws: for each batch, op by op in the order
 * of the forward pass, row by row. Between draws the streams' states are kept here, not in the kernel.
 */
import { tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../../../kernel/kernel.ts';
import { PURPOSES } from '../../../kernel/random.ts';
import type { NetworkPlan } from '../../engine.ts';

/** What is added to and then multiplied with the outputs of one place: the features (0) or layer 1, 2, … */
export interface Disturbance {
  noise?: Tensor2D;
  dropout?: Tensor2D;
}

/** One op that draws. */
export interface Source {
  purpose: 'noise' | 'dropout';
  place: number;
  width: number;
  /** Standard deviation, or share set to zero. */
  amount: number;
}

/** State of each source's stream. */
export type StreamStates = readonly Int32Array[];

export function sourcesOf({ inputs, inputNoise, inputDropout, layers }: NetworkPlan): Source[] {
  const ofLayers = layers.map(({ units, noise, dropout, sumDropout }) => ({ units, noise, dropout: dropout ?? sumDropout }));
  const places = [{ units: inputs, noise: inputNoise, dropout: inputDropout }, ...ofLayers];
  return places.flatMap(({ units: width, noise, dropout }, place) => {
    const sources: Source[] = [];
    if (noise) sources.push({ purpose: 'noise', place, width, amount: noise });
    if (dropout) sources.push({ purpose: 'dropout', place, width, amount: dropout });
    return sources;
  });
}

/** Streams (seed, purpose, place) at their start. */
export function openStreams(kernel: Kernel, seed: number, sources: readonly Source[]): StreamStates {
  return sources.map(({ purpose, place }) => {
    const mark = kernel.mark();
    const state = kernel.allocate(STATE_BYTES);
    kernel.exports.seedStream(state, seed, PURPOSES[purpose], place);
    const copy = kernel.i32(state, STATE_BYTES / 4).slice();
    kernel.release(mark);
    return copy;
  });
}

/** Draw for a batch. Tensors are the caller's, or his `tidy`'s. */
export function drawDisturbances(
  kernel: Kernel,
  sources: readonly Source[],
  states: StreamStates,
  rows: number,
): { drawn: Disturbance[]; states: StreamStates } {
  const drawn: Disturbance[] = [];
  const next = sources.map(({ purpose, place, width, amount }, i) => {
    const mark = kernel.mark();
    const state = kernel.allocate(STATE_BYTES);
    const values = kernel.allocate(rows * width * 4);
    kernel.i32(state, STATE_BYTES / 4).set(states[i]!);
    const draw = purpose === 'noise' ? kernel.exports.addNoise : kernel.exports.drawMask;
    draw(state, values, rows, width, width * 4, amount);
    (drawn[place] ??= {})[purpose] = tensor2d(kernel.f32(values, rows * width).slice(), [rows, width], 'float32');
    const copy = kernel.i32(state, STATE_BYTES / 4).slice();
    kernel.release(mark);
    return copy;
  });
  return { drawn, states: next };
}

const STATE_BYTES = 16;
