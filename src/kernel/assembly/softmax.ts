// Softmax, row by row, with the largest input subtracted first.

import { lastLanes, strideOf } from './layout';
import { at, exp4, max4, ONE, splat, sum4, ZEROS } from './vector';

export function softmax(a: usize, z: usize, rows: i32, width: i32): void {
  if (width <= 4) {
    for (; rows >= 4; rows -= 4, a += 64, z += 64) softmaxOfFour(a, z, width);
  }
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

/**
 * Four rows of at most four numbers at once: as columns, so that no lane computes what is padding. Sums pair lanes as
 * `sum4` does. Columns that are not there are of weight 0.
 */
// @ts-ignore: decorator
@inline
function softmaxOfFour(a: usize, z: usize, width: i32): void {
  const zero = at(ZEROS, 0);
  const r0 = v128.load(z), r1 = v128.load(z, 16), r2 = v128.load(z, 32), r3 = v128.load(z, 48);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const c0 = v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), c1 = v128.shuffle<f32>(low01, low23, 2, 3, 6, 7);
  // Where NaN meets a number here, the exponential of the one or the other is NaN, and with it the whole row.
  let top = width > 1 ? f32x4.pmax(c0, c1) : c0;
  let e2 = zero, e3 = zero;
  if (width > 2) {
    const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    const c2 = v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), c3 = v128.shuffle<f32>(high01, high23, 2, 3, 6, 7);
    top = f32x4.pmax(top, c2);
    if (width > 3) top = f32x4.pmax(top, c3), e3 = exp4(f32x4.sub(c3, top));
    e2 = exp4(f32x4.sub(c2, top));
  }
  let e0 = exp4(f32x4.sub(c0, top));
  let e1 = width > 1 ? exp4(f32x4.sub(c1, top)) : zero;
  const scale = f32x4.div(at(ONE, 0), f32x4.add(f32x4.add(e0, e2), f32x4.add(e1, e3)));
  e0 = f32x4.mul(e0, scale), e1 = f32x4.mul(e1, scale), e2 = f32x4.mul(e2, scale), e3 = f32x4.mul(e3, scale);
  const left01 = v128.shuffle<f32>(e0, e1, 0, 4, 1, 5), right01 = v128.shuffle<f32>(e2, e3, 0, 4, 1, 5);
  const left23 = v128.shuffle<f32>(e0, e1, 2, 6, 3, 7), right23 = v128.shuffle<f32>(e2, e3, 2, 6, 3, 7);
  v128.store(a, v128.shuffle<f32>(left01, right01, 0, 1, 4, 5));
  v128.store(a, v128.shuffle<f32>(left01, right01, 2, 3, 6, 7), 16);
  v128.store(a, v128.shuffle<f32>(left23, right23, 0, 1, 4, 5), 32);
  v128.store(a, v128.shuffle<f32>(left23, right23, 2, 3, 6, 7), 48);
}
