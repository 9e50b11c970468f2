// Batch normalization (Ioffe & Szegedy 2015): y = γ (x − mean) / √(variance + ε) + β, column by column.
// While training, mean and (biased) variance are the batch's, and running values follow as
// running ← momentum · running + (1 − momentum) · batch; in evaluation the running values are used.
// Fields: A momentum, B ε, STATISTICS running mean | running variance | 1/deviation, AUXILIARY normalized x.

import * as Field from '../program/field';
import * as Mode from '../program/mode';
import { pointer, real, strideOf, word } from './layout';
import { one, splat } from './vector';

export function batchNormalizationForward(op: usize, rows: i32, mode: i32): void {
  const stride = strideOf(word(op, Field.OUT_WIDTH));
  const x = pointer(op, Field.IN);
  const running = pointer(op, Field.STATISTICS);
  const epsilon = splat(real(op, Field.B));
  const momentum = real(op, Field.A);
  for (let column: usize = 0; column < stride; column += 16) {
    const end = x + column + <usize>rows * stride;
    let mean: v128, variance: v128;
    if (mode == Mode.EVALUATE) {
      mean = v128.load(running + column);
      variance = v128.load(running + stride + column);
    } else {
      const share = splat(<f32>1 / <f32>rows);
      mean = splat(0);
      for (let p = x + column; p < end; p += stride) mean = f32x4.add(mean, v128.load(p));
      mean = f32x4.mul(mean, share);
      variance = splat(0);
      for (let p = x + column; p < end; p += stride) {
        const d = f32x4.sub(v128.load(p), mean);
        variance = f32x4.add(variance, f32x4.mul(d, d));
      }
      variance = f32x4.mul(variance, share);
    }
    const inverse = f32x4.div(one(), f32x4.sqrt(f32x4.add(variance, epsilon)));
    v128.store(running + 2 * stride + column, inverse);
    const gamma = v128.load(pointer(op, Field.KERNEL) + column);
    const beta = v128.load(pointer(op, Field.BIAS) + column);
    let to = pointer(op, Field.OUT) + column;
    let normalized = pointer(op, Field.AUXILIARY) + column;
    for (let p = x + column; p < end; p += stride, to += stride, normalized += stride) {
      const n = f32x4.mul(f32x4.sub(v128.load(p), mean), inverse);
      v128.store(normalized, n);
      v128.store(to, f32x4.add(f32x4.mul(n, gamma), beta));
    }
    if (mode == Mode.TRAIN) {
      follow(running + column, mean, momentum);
      follow(running + stride + column, variance, momentum);
    }
  }
}

// @ts-ignore: decorator
@inline
function follow(running: usize, value: v128, momentum: f32): void {
  const kept = f32x4.mul(v128.load(running), splat(momentum));
  v128.store(running, f32x4.add(kept, f32x4.mul(value, splat(<f32>1 - momentum))));
}

/** ∂γ = Σ δ x̂, ∂β = Σ δ; δx = γ/deviation · (δ − mean δ − x̂ · mean(δ x̂)). Batch statistics only. */
export function batchNormalizationBackward(op: usize, rows: i32): void {
  const stride = strideOf(word(op, Field.OUT_WIDTH));
  const share = splat(<f32>1 / <f32>rows);
  for (let column: usize = 0; column < stride; column += 16) {
    const delta = pointer(op, Field.DELTA_OUT) + column;
    const normalized = pointer(op, Field.AUXILIARY) + column;
    const end = <usize>rows * stride;
    let sum = splat(0), product = splat(0);
    for (let i: usize = 0; i < end; i += stride) {
      const d = v128.load(delta + i);
      sum = f32x4.add(sum, d);
      product = f32x4.add(product, f32x4.mul(d, v128.load(normalized + i)));
    }
    v128.store(pointer(op, Field.KERNEL_GRADIENT) + column, product);
    v128.store(pointer(op, Field.BIAS_GRADIENT) + column, sum);
    if (!pointer(op, Field.DELTA_IN)) continue;
    const meanDelta = f32x4.mul(sum, share);
    const meanProduct = f32x4.mul(product, share);
    const inverse = v128.load(pointer(op, Field.STATISTICS) + 2 * stride + column);
    const scale = f32x4.mul(v128.load(pointer(op, Field.KERNEL) + column), inverse);
    for (let i: usize = 0; i < end; i += stride) {
      const rest = f32x4.sub(f32x4.sub(v128.load(delta + i), meanDelta), f32x4.mul(v128.load(normalized + i), meanProduct));
      v128.store(delta + i, f32x4.mul(rest, scale));
    }
  }
}
