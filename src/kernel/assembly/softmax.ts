// Softmax, row by row, with the largest input subtracted first.

import { lastLanes, strideOf } from './layout';
import { exp4, max4, splat, sum4 } from './vector';

export function softmax(a: usize, z: usize, rows: i32, width: i32): void {
  const stride = strideOf(width);
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
export function softmaxBackward(a: usize, delta: usize, rows: i32, width: i32): void {
  const stride = strideOf(width);
  for (let r = 0; r < rows; r++, a += stride, delta += stride) {
    let sum = splat(0);
    for (let i: usize = 0; i < stride; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(delta + i)));
    const mean = splat(sum4(sum));
    for (let i: usize = 0; i < stride; i += 16) {
      v128.store(delta + i, f32x4.mul(v128.load(a + i), f32x4.sub(v128.load(delta + i), mean)));
    }
  }
}
