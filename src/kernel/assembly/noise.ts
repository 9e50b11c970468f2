// Dropout and Gaussian noise: on while training, absent otherwise. Random numbers are drawn for the
// real columns only, row by row, so that they do not depend on the padding.

import * as Field from '../program/field';
import * as Mode from '../program/mode';
import { pointer, real, strideOf, word } from './layout';
import { next, normal } from './random';

/**
 * Inverted dropout (Srivastava et al. 2014): a share `rate` (field A) is set to zero, the rest divided
 * by 1 − rate.
 */
export function dropoutForward(op: usize, rows: i32, mode: i32): void {
  const stride = strideOf(word(op, Field.OUT_WIDTH));
  const from = pointer(op, Field.IN);
  const to = pointer(op, Field.OUT);
  const end = <usize>rows * stride;
  if (mode != Mode.TRAIN) {
    memory.copy(to, from, end);
    return;
  }
  const mask = pointer(op, Field.AUXILIARY);
  drawMask(pointer(op, Field.STREAM), mask, rows, word(op, Field.OUT_WIDTH), stride, real(op, Field.A));
  for (let i: usize = 0; i < end; i += 16) v128.store(to + i, f32x4.mul(v128.load(from + i), v128.load(mask + i)));
}

export function dropoutBackward(op: usize, rows: i32, mode: i32): void {
  if (mode != Mode.TRAIN) return;
  const delta = pointer(op, Field.DELTA_OUT);
  const mask = pointer(op, Field.AUXILIARY);
  const end = <usize>rows * strideOf(word(op, Field.OUT_WIDTH));
  for (let i: usize = 0; i < end; i += 16) v128.store(delta + i, f32x4.mul(v128.load(delta + i), v128.load(mask + i)));
}

/** Factors 0 or 1/(1 − rate) for [rows][width], rows `stride` bytes apart; columns beyond `width` are left alone. */
export function drawMask(stream: usize, mask: usize, rows: i32, width: i32, stride: usize, rate: f32): void {
  const threshold = <u32>(<f64>rate * 4294967296.0);
  const kept = <f32>1 / (<f32>1 - rate);
  for (let r = 0; r < rows; r++, mask += stride) {
    for (let k = 0; k < width; k++) store<f32>(mask + (<usize>k << 2), next(stream) >= threshold ? kept : 0);
  }
}

/** Adds noise of mean 0 and standard deviation `deviation` (field A). Its gradient is the identity. */
export function noiseForward(op: usize, rows: i32, mode: i32): void {
  const width = word(op, Field.OUT_WIDTH);
  const stride = strideOf(width);
  let to = pointer(op, Field.OUT);
  memory.copy(to, pointer(op, Field.IN), <usize>rows * stride);
  if (mode == Mode.TRAIN) addNoise(pointer(op, Field.STREAM), to, rows, width, stride, real(op, Field.A));
}

export function addNoise(stream: usize, to: usize, rows: i32, width: i32, stride: usize, deviation: f32): void {
  for (let r = 0; r < rows; r++, to += stride) {
    for (let k = 0; k < width; k++) {
      const p = to + (<usize>k << 2);
      store<f32>(p, load<f32>(p) + <f32>normal(stream) * deviation);
    }
  }
}
