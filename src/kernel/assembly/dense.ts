// A dense layer: Z = X W + b. Gradients: ∂W = Xᵀ ∂Z, ∂b = Σ_rows ∂Z, ∂X = ∂Z Wᵀ.

import * as Field from '../program/field';
import * as Header from '../program/header';
import { gemm, gemmOfColumns, gemmTransposed } from './gemm';
import { padded, pointer, strideOf, word } from './layout';
import { spreadGradient } from './selection';
import { sum4 } from './vector';

/** `program`: of the first layer, whose features may be selected (selection.ts); 0 for the others. */
export function denseForward(op: usize, rows: i32, program: usize, scratch: usize): void {
  const stride = strideOf(word(op, Field.OUT_WIDTH));
  const kept = program ? word(program, Header.GROUP_COUNT) : 0;
  const inputs = word(op, Field.IN_WIDTH);
  gemm(
    pointer(op, Field.OUT), stride, rows, padded(word(op, Field.OUT_WIDTH)), kept ? 4 * kept : inputs,
    kept ? pointer(program, Header.KEPT_X) : pointer(op, Field.IN), kept ? <usize>kept << 4 : strideOf(inputs),
    pointer(op, Field.KERNEL), stride, kept ? pointer(program, Header.GROUPS) : 0, pointer(op, Field.BIAS), word(op, Field.RECTIFY) != 0, scratch,
  );
}

export function denseBackward(op: usize, rows: i32, program: usize, scratch: usize): void {
  const inputs = word(op, Field.IN_WIDTH);
  const units = padded(word(op, Field.OUT_WIDTH));
  const stride = <usize>units << 2;
  const delta = pointer(op, Field.DELTA_OUT);
  const gradient = pointer(op, Field.KERNEL_GRADIENT);
  const kept = program ? word(program, Header.GROUP_COUNT) : 0;
  if (kept) {
    const part = pointer(program, Header.KEPT_GRADIENT);
    gemmOfColumns(part, stride, 4 * kept, units, rows, pointer(program, Header.KEPT_X), <usize>kept << 4, delta, stride, scratch);
    spreadGradient(gradient, part, pointer(program, Header.GROUPS), kept, inputs, stride);
  } else {
    gemmOfColumns(gradient, stride, inputs, units, rows, pointer(op, Field.IN), strideOf(inputs), delta, stride, scratch);
  }
  // Exactly zero, where the sum would be rounding alone.
  if (word(op, Field.BIAS_CANCELLED)) memory.fill(pointer(op, Field.BIAS_GRADIENT), 0, stride);
  else sumRows(pointer(op, Field.BIAS_GRADIENT), delta, stride, rows);
  const deltaIn = pointer(op, Field.DELTA_IN);
  if (!deltaIn) return;
  const mask = word(op, Field.IN_RECTIFIED) ? pointer(op, Field.IN) : 0;
  if (rows <= FEW_ROWS) {
    deltaByDots(deltaIn, delta, pointer(op, Field.KERNEL), rows, inputs, units);
    if (mask) keepPositive(deltaIn, mask, <usize>rows * strideOf(inputs));
  } else {
    gemmTransposed(
      deltaIn, strideOf(inputs), rows, padded(inputs), word(op, Field.OUT_WIDTH),
      delta, stride, pointer(op, Field.KERNEL), stride, inputs, mask, scratch,
    );
  }
}

/** Up to so many rows, reading W row by row is cheaper than transposing it. */
const FEW_ROWS = 4;

/** Four columns of vectors at a time, because each addition waits for the one before. */
function sumRows(to: usize, from: usize, stride: usize, rows: i32): void {
  let column: usize = 0;
  for (; column + 64 <= stride; column += 64) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let p = from + column;
    for (let r = 0; r < rows; r++, p += stride) {
      s0 = f32x4.add(s0, v128.load(p)), s1 = f32x4.add(s1, v128.load(p, 16));
      s2 = f32x4.add(s2, v128.load(p, 32)), s3 = f32x4.add(s3, v128.load(p, 48));
    }
    const q = to + column;
    v128.store(q, s0), v128.store(q, s1, 16), v128.store(q, s2, 32), v128.store(q, s3, 48);
  }
  for (; column < stride; column += 16) {
    let sum = f32x4.splat(0);
    let p = from + column;
    for (let r = 0; r < rows; r++, p += stride) sum = f32x4.add(sum, v128.load(p));
    v128.store(to + column, sum);
  }
}

/** Set to 0 what lies beside numbers that are not positive. */
function keepPositive(delta: usize, mask: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(delta + i, v128.and(v128.load(delta + i), f32x4.gt(v128.load(mask + i), f32x4.splat(0))));
}

/** ∂X[r][i] = ∂Z[r] · W[i], four inputs at a time. */
function deltaByDots(to: usize, delta: usize, kernel: usize, rows: i32, inputs: i32, units: i32): void {
  const stride = <usize>units << 2;
  const width = padded(inputs);
  for (let r = 0; r < rows; r++) {
    const d = delta + <usize>r * stride;
    let out = to + (<usize>(r * width) << 2);
    let w = kernel;
    let i = 0;
    for (; i + 4 <= inputs; i += 4, out += 16, w += 4 * stride) {
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let o: usize = 0; o < stride; o += 16) {
        const x = v128.load(d + o);
        const q = w + o;
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(q)));
        s1 = f32x4.add(s1, f32x4.mul(x, v128.load(q + stride)));
        s2 = f32x4.add(s2, f32x4.mul(x, v128.load(q + 2 * stride)));
        s3 = f32x4.add(s3, f32x4.mul(x, v128.load(q + 3 * stride)));
      }
      v128.store(out, sumEach(s0, s1, s2, s3));
    }
    if (i < inputs) {
      v128.store(out, f32x4.splat(0));
      for (; i < inputs; i++, out += 4, w += stride) {
        let s = f32x4.splat(0);
        for (let o: usize = 0; o < stride; o += 16) s = f32x4.add(s, f32x4.mul(v128.load(d + o), v128.load(w + o)));
        store<f32>(out, sum4(s));
      }
    }
  }
}

/** The four lane sums, each in the pairing of `sum4`: (0 + 2) + (1 + 3). */
// @ts-ignore: decorator
@inline
function sumEach(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab02 = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd02 = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab02, cd02, 0, 2, 4, 6), v128.shuffle<f32>(ab02, cd02, 1, 3, 5, 7));
}
