// Penalties. On parameters: λ₁ Σ|w| + λ₂ Σw², whose gradient λ₁ sign w + 2 λ₂ w joins the loss's.
// On activations: the same sums over a batch, divided by its rows (Keras).

import * as Field from '../program/field';
import * as Header from '../program/header';
import * as Mode from '../program/mode';
import * as Variable from '../program/variable';
import { pointer, real, strideOf, word } from './layout';
import { one, splat } from './vector';

export function addPenaltyGradients(program: usize): void {
  let v = pointer(program, Header.VARIABLES);
  for (let i = word(program, Header.VARIABLE_COUNT); i > 0; i--, v += Variable.SIZE * 4) {
    const l1 = real(v, Variable.L1);
    const l2 = real(v, Variable.L2);
    if (l1 == 0 && l2 == 0) continue;
    const bytes = <usize>word(v, Variable.ROWS) * strideOf(word(v, Variable.WIDTH));
    addPenalty(pointer(v, Variable.GRADIENT), pointer(v, Variable.POINTER), bytes, l1, l2);
  }
}

/** Fields: A λ₁, B λ₂. A probe looks at the gradients of the loss alone. */
export function activityBackward(op: usize, rows: i32, mode: i32): void {
  if (mode != Mode.TRAIN) return;
  const bytes = <usize>rows * strideOf(word(op, Field.OUT_WIDTH));
  addPenalty(pointer(op, Field.DELTA_OUT), pointer(op, Field.IN), bytes, real(op, Field.A) / <f32>rows, real(op, Field.B) / <f32>rows);
  clearPadding(pointer(op, Field.DELTA_OUT), rows, word(op, Field.OUT_WIDTH));
}

function addPenalty(gradient: usize, w: usize, bytes: usize, l1: f32, l2: f32): void {
  const first = splat(l1);
  const second = splat(2 * l2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = v128.load(w + i);
    const penalty = f32x4.add(f32x4.mul(x, second), f32x4.mul(sign4(x), first));
    v128.store(gradient + i, f32x4.add(v128.load(gradient + i), penalty));
  }
}

/** −1, 0 or 1. */
// @ts-ignore: decorator
@inline
export function sign4(x: v128): v128 {
  return f32x4.sub(v128.and(f32x4.gt(x, splat(0)), one()), v128.and(f32x4.lt(x, splat(0)), one()));
}

/** Activations such as sigmoid(0) are not zero in the padding; gradients must be. */
function clearPadding(delta: usize, rows: i32, width: i32): void {
  const stride = strideOf(width);
  for (let r = 0; r < rows; r++, delta += stride) {
    for (let i = <usize>width << 2; i < stride; i += 4) store<f32>(delta + i, 0);
  }
}
