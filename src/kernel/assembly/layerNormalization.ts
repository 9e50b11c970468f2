// Layer normalization (Ba, Kiros & Hinton 2016): each row is centred and scaled by its own mean and
// deviation over the units, then y = γ x̂ + β.
// Fields: B ε, STATISTICS 1/deviation per row, AUXILIARY normalized x.

import * as Field from '../program/field';
import { lastLanes, pointer, real, strideOf, word } from './layout';
import { splat, sum4 } from './vector';

export function layerNormalizationForward(op: usize, rows: i32): void {
  const width = word(op, Field.OUT_WIDTH);
  const stride = strideOf(width);
  const lanes = lastLanes(width);
  const last = stride - 16;
  const gamma = pointer(op, Field.KERNEL);
  const beta = pointer(op, Field.BIAS);
  let x = pointer(op, Field.IN);
  let to = pointer(op, Field.OUT);
  let normalized = pointer(op, Field.AUXILIARY);
  for (let r = 0; r < rows; r++, x += stride, to += stride, normalized += stride) {
    let sum = v128.and(v128.load(x + last), lanes);
    for (let i: usize = 0; i < last; i += 16) sum = f32x4.add(sum, v128.load(x + i));
    const mean = splat(sum4(sum) / <f32>width);
    let squares = splat(0);
    for (let i: usize = 0; i <= last; i += 16) {
      let d = f32x4.sub(v128.load(x + i), mean);
      if (i == last) d = v128.and(d, lanes);
      v128.store(normalized + i, d);
      squares = f32x4.add(squares, f32x4.mul(d, d));
    }
    const inverse = <f32>1 / Mathf.sqrt(sum4(squares) / <f32>width + real(op, Field.B));
    store<f32>(pointer(op, Field.STATISTICS) + (<usize>r << 2), inverse);
    const scale = splat(inverse);
    for (let i: usize = 0; i <= last; i += 16) {
      const n = f32x4.mul(v128.load(normalized + i), scale);
      v128.store(normalized + i, n);
      v128.store(to + i, f32x4.add(f32x4.mul(n, v128.load(gamma + i)), v128.load(beta + i)));
    }
  }
}

/** With d = δ γ: δx = (d − mean d − x̂ · mean(d x̂)) / deviation, means over the row; ∂γ = Σ δ x̂, ∂β = Σ δ over rows. */
export function layerNormalizationBackward(op: usize, rows: i32): void {
  const width = word(op, Field.OUT_WIDTH);
  const stride = strideOf(width);
  const lanes = lastLanes(width);
  const last = stride - 16;
  const gamma = pointer(op, Field.KERNEL);
  const gammaGradient = pointer(op, Field.KERNEL_GRADIENT);
  const betaGradient = pointer(op, Field.BIAS_GRADIENT);
  memory.fill(gammaGradient, 0, stride);
  memory.fill(betaGradient, 0, stride);
  let delta = pointer(op, Field.DELTA_OUT);
  let normalized = pointer(op, Field.AUXILIARY);
  for (let r = 0; r < rows; r++, delta += stride, normalized += stride) {
    let sum = splat(0), product = splat(0);
    for (let i: usize = 0; i < stride; i += 16) {
      const d = v128.load(delta + i);
      const n = v128.load(normalized + i);
      const dn = f32x4.mul(d, n);
      v128.store(gammaGradient + i, f32x4.add(v128.load(gammaGradient + i), dn));
      v128.store(betaGradient + i, f32x4.add(v128.load(betaGradient + i), d));
      const g = v128.load(gamma + i);
      sum = f32x4.add(sum, f32x4.mul(d, g));
      product = f32x4.add(product, f32x4.mul(dn, g));
    }
    const mean = splat(sum4(sum) / <f32>width);
    const meanProduct = splat(sum4(product) / <f32>width);
    const inverse = splat(load<f32>(pointer(op, Field.STATISTICS) + (<usize>r << 2)));
    for (let i: usize = 0; i <= last; i += 16) {
      const d = f32x4.mul(v128.load(delta + i), v128.load(gamma + i));
      let rest = f32x4.sub(f32x4.sub(d, mean), f32x4.mul(v128.load(normalized + i), meanProduct));
      if (i == last) rest = v128.and(rest, lanes);
      v128.store(delta + i, f32x4.mul(rest, inverse));
    }
  }
}
