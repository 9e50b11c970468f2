// The less common elementwise activations, one vector at a time, and their derivatives. `p` is the
// entry's hyperparameter: slope of leaky relu, α of elu.

import { at, erf4, exp4, multiplyAdd, one, sigmoid4, softplus4, splat, tanh4 } from './vector';

/** Numbers by which programs name them; entries of the catalog (src/nn) hold the same. */
export namespace Activation {
  export const LINEAR = 0;
  export const STEP = 1;
  export const SIGMOID = 2;
  export const HARD_SIGMOID = 3;
  export const TANH = 4;
  export const RELU = 5;
  export const LEAKY_RELU = 6;
  export const ELU = 7;
  export const SELU = 8;
  export const GELU = 9;
  export const GELU_TANH = 10;
  export const SWISH = 11;
  export const SOFTPLUS = 12;
  export const SOFTMAX = 13;
}

/** selu's scale and scale · α (Klambauer et al. 2017); 1/6, 3; 1/√2, 1/√(2π); √(2/π), 0.044715, 3 · 0.044715; bounds. */
const CONSTANTS: usize = memory.data<f32>([
  1.0507009873554805, 1.7580993408473766, 0.16666667, 3,
  0.7071067811865476, 0.3989422804014327, 0.7978845608028654, 0.044715, 0.134145,
  -88, 16, -16,
], 4);

// @ts-ignore: decorator
@inline
function half(x: v128): v128 {
  return f32x4.mul(x, splat(0.5));
}

/**
 * z within ±16, beyond which gelu is z or 0 to the last bit: its derivative multiplies z with what has
 * not quite become 0 yet, or z² with what has, and 10³⁸ times the one or ∞ times the other is no derivative.
 */
// @ts-ignore: decorator
@inline
function bounded(z: v128): v128 {
  return f32x4.max(f32x4.min(z, at(CONSTANTS, 10)), at(CONSTANTS, 11));
}

/** z not below −88, where the sigmoid stops becoming smaller (see exp4). */
// @ts-ignore: decorator
@inline
function boundedBelow(z: v128): v128 {
  return f32x4.max(z, at(CONSTANTS, 9));
}

export function smooth(opcode: i32, z: v128, p: v128): v128 {
  const positive = f32x4.gt(z, splat(0));
  switch (opcode) {
    case Activation.STEP:
      // NaN stays NaN, so that divergence is seen.
      return v128.bitselect(v128.and(positive, one()), z, f32x4.eq(z, z));
    case Activation.HARD_SIGMOID:
      return f32x4.mul(f32x4.min(f32x4.max(f32x4.add(z, at(CONSTANTS, 3)), splat(0)), splat(6)), at(CONSTANTS, 2));
    case Activation.LEAKY_RELU:
      return v128.bitselect(z, f32x4.mul(z, p), positive);
    case Activation.ELU:
      return v128.bitselect(z, f32x4.mul(p, exponentialMinusOne(z)), positive);
    case Activation.SELU:
      return v128.bitselect(f32x4.mul(z, at(CONSTANTS, 0)), f32x4.mul(at(CONSTANTS, 1), exponentialMinusOne(z)), positive);
    case Activation.GELU:
      return f32x4.mul(half(z), f32x4.add(one(), erf4(f32x4.mul(z, at(CONSTANTS, 4)))));
    case Activation.GELU_TANH:
      return f32x4.mul(half(z), f32x4.add(one(), tanh4(cubic(z))));
    case Activation.SWISH:
      return f32x4.mul(boundedBelow(z), sigmoid4(z));
    case Activation.SOFTPLUS:
      return softplus4(z);
    default:
      unreachable();
      return z;
  }
}

export function smoothDerivative(opcode: i32, z: v128, p: v128): v128 {
  const positive = f32x4.gt(z, splat(0));
  switch (opcode) {
    case Activation.STEP:
      return splat(0);
    case Activation.HARD_SIGMOID:
      return v128.and(f32x4.lt(f32x4.abs(z), at(CONSTANTS, 3)), at(CONSTANTS, 2));
    case Activation.LEAKY_RELU:
      return v128.bitselect(one(), p, positive);
    case Activation.ELU:
      return v128.bitselect(one(), f32x4.mul(p, exp4(z)), positive);
    case Activation.SELU:
      return v128.bitselect(at(CONSTANTS, 0), f32x4.mul(at(CONSTANTS, 1), exp4(z)), positive);
    case Activation.GELU: {
      // Φ(z) + z φ(z)
      const x = bounded(z);
      const cumulative = half(f32x4.add(one(), erf4(f32x4.mul(x, at(CONSTANTS, 4)))));
      const density = f32x4.mul(exp4(half(f32x4.neg(f32x4.mul(x, x)))), at(CONSTANTS, 5));
      return multiplyAdd(x, density, cumulative);
    }
    case Activation.GELU_TANH: {
      const x = bounded(z);
      const t = tanh4(cubic(x));
      const slope = f32x4.mul(at(CONSTANTS, 6), multiplyAdd(f32x4.mul(x, x), at(CONSTANTS, 8), one()));
      const bend = f32x4.mul(f32x4.mul(half(x), f32x4.sub(one(), f32x4.mul(t, t))), slope);
      return f32x4.add(half(f32x4.add(one(), t)), bend);
    }
    case Activation.SWISH: {
      const s = sigmoid4(z);
      return f32x4.mul(s, multiplyAdd(boundedBelow(z), f32x4.sub(one(), s), one()));
    }
    case Activation.SOFTPLUS:
      return sigmoid4(z);
    default:
      unreachable();
      return z;
  }
}

/** e^z − 1 for z ≤ 0: near zero as tanh(z/2) (e^z + 1), which keeps the digits that the difference loses. */
// @ts-ignore: decorator
@inline
function exponentialMinusOne(z: v128): v128 {
  return f32x4.mul(tanh4(half(z)), f32x4.add(exp4(z), one()));
}

/** √(2/π) (z + 0.044715 z³). */
// @ts-ignore: decorator
@inline
function cubic(z: v128): v128 {
  return f32x4.mul(at(CONSTANTS, 6), multiplyAdd(f32x4.mul(at(CONSTANTS, 7), f32x4.mul(z, z)), z, z));
}
