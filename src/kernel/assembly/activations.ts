// Activations a = f(z) and the chain rule δz = δa · f′(z), over whole padded buffers. The three
// that nearly every network uses have loops of their own; the others share one.

import * as Field from '../program/field';
import { pointer, real, strideOf, word } from './layout';
import { Activation, smooth, smoothDerivative } from './smoothActivations';
import { softmax, softmaxBackward } from './softmax';
import { one, rectified, sigmoid4, splat, tanh4 } from './vector';

export function activationForward(op: usize, rows: i32): void {
  const z = pointer(op, Field.IN);
  const a = pointer(op, Field.OUT);
  const width = word(op, Field.OUT_WIDTH);
  const end = <usize>rows * strideOf(width);
  const opcode = word(op, Field.OPCODE);
  switch (opcode) {
    case Activation.LINEAR: // in place
      break;
    case Activation.SIGMOID:
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, sigmoid4(v128.load(z + i)));
      break;
    case Activation.TANH:
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, tanh4(v128.load(z + i)));
      break;
    case Activation.RELU:
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, rectified(v128.load(z + i)));
      break;
    case Activation.SOFTMAX:
      softmax(a, z, rows, width);
      break;
    default: {
      const parameter = splat(real(op, Field.A));
      for (let i: usize = 0; i < end; i += 16) v128.store(a + i, smooth(opcode, v128.load(z + i), parameter));
    }
  }
}

/** The buffer holds δa and is overwritten by δz. */
export function activationBackward(op: usize, rows: i32): void {
  const z = pointer(op, Field.IN);
  const a = pointer(op, Field.OUT);
  const delta = pointer(op, Field.DELTA_OUT);
  const width = word(op, Field.OUT_WIDTH);
  const end = <usize>rows * strideOf(width);
  const opcode = word(op, Field.OPCODE);
  switch (opcode) {
    case Activation.LINEAR:
      break;
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
    default: {
      const parameter = splat(real(op, Field.A));
      for (let i: usize = 0; i < end; i += 16) {
        v128.store(delta + i, f32x4.mul(v128.load(delta + i), smoothDerivative(opcode, v128.load(z + i), parameter)));
      }
    }
  }
}
