// Activations a = f(z) and the chain rule δz = δa · f′(z), over whole padded buffers.

import { Activation } from './opcodes';
import { Field, padded, word } from './layout';
import { exp4, max4, one, sigmoid4, splat, sum4, tanh4 } from './vector';

export function activationForward(op: usize, rows: i32): void {
  const z: usize = word(op, Field.IN);
  const a: usize = word(op, Field.OUT);
  const width = word(op, Field.OUT_WIDTH);
  const end = <usize>(rows * padded(width)) << 2;
  switch (word(op, Field.OPCODE)) {
    case Activation.SIGMOID:
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, sigmoid4(v128.load(z + i)));
      break;
    case Activation.TANH:
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, tanh4(v128.load(z + i)));
      break;
    case Activation.RELU:
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, f32x4.max(v128.load(z + i), splat(0)));
      break;
    case Activation.SOFTMAX:
      softmax(a, z, rows, width);
      break;
    default:
      memory.copy(a, z, end);
  }
}

/** `δ` holds δa and is overwritten by δz. */
export function activationBackward(op: usize, rows: i32): void {
  const a: usize = word(op, Field.OUT);
  const delta: usize = word(op, Field.DELTA_OUT);
  const width = word(op, Field.OUT_WIDTH);
  const end = <usize>(rows * padded(width)) << 2;
  switch (word(op, Field.OPCODE)) {
    case Activation.SIGMOID:
      for (let i: usize = 0; i < end; i += 16) {
        const y = v128.load(a + i);
        v128.store(delta + i, f32x4.mul(v128.load(delta + i), f32x4.mul(y, f32x4.sub(one(), y))));
      }
      break;
    case Activation.TANH:
      for (let i: usize = 0; i < end; i += 16) {
        const y = v128.load(a + i);
        v128.store(delta + i, f32x4.mul(v128.load(delta + i), f32x4.sub(one(), f32x4.mul(y, y))));
      }
      break;
    case Activation.RELU:
      for (let i: usize = 0; i < end; i += 16) {
        v128.store(delta + i, v128.and(v128.load(delta + i), f32x4.gt(v128.load(a + i), splat(0))));
      }
      break;
    case Activation.SOFTMAX:
      softmaxBackward(a, delta, rows, width);
      break;
  }
}

/** Lanes of the last vector of a row that hold a column; the others are padding. */
// @ts-ignore: decorator
@inline
function lastLanes(width: i32): v128 {
  const rest = ((width - 1) & 3) + 1;
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(rest));
}

function softmax(a: usize, z: usize, rows: i32, width: i32): void {
  const stride = <usize>padded(width) << 2;
  const lastVector = stride - 16;
  const lanes = lastLanes(width);
  for (let r = 0; r < rows; r++, a += stride, z += stride) {
    let top = v128.bitselect(v128.load(z + lastVector), splat(-Infinity), lanes);
    for (let i: usize = 0; i < lastVector; i += 16) top = f32x4.max(top, v128.load(z + i));
    const shift = splat(max4(top));
    let sum = v128.and(exp4(f32x4.sub(v128.load(z + lastVector), shift)), lanes);
    v128.store(a + lastVector, sum);
    for (let i: usize = 0; i < lastVector; i += 16) {
      const e = exp4(f32x4.sub(v128.load(z + i), shift));
      v128.store(a + i, e);
      sum = f32x4.add(sum, e);
    }
    const scale = splat(<f32>1 / sum4(sum));
    for (let i: usize = 0; i < stride; i += 16) v128.store(a + i, f32x4.mul(v128.load(a + i), scale));
  }
}

/** δz = a (δa − Σ a δa). Padding has a = 0. */
function softmaxBackward(a: usize, delta: usize, rows: i32, width: i32): void {
  const stride = <usize>padded(width) << 2;
  for (let r = 0; r < rows; r++, a += stride, delta += stride) {
    let sum = splat(0);
    for (let i: usize = 0; i < stride; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(delta + i)));
    const mean = splat(sum4(sum));
    for (let i: usize = 0; i < stride; i += 16) {
      v128.store(delta + i, f32x4.mul(v128.load(a + i), f32x4.sub(v128.load(delta + i), mean)));
    }
  }
}
