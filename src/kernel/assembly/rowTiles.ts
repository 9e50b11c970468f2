// Tiles of products whose A lies in rows: C[m][n] = init[n] + Σ_k A[m][k] B[k][n], summed in the order of k. A call does all
// rows, because calls cost as much as short sums. Engines unroll these loops by themselves, as long as they are this small.
//
// `rectify`: negative sums become 0 (NaN stays). `toMask`: bytes from C to a matrix of its shape; C is 0 where that is
// not positive. 0 for none.

import { multiplyAdd as fma, rectified } from './vector';

/** Where the matrix beside C is positive, x, else 0. */
// @ts-ignore: decorator
@inline
function masked(x: v128, mask: usize): v128 {
  return v128.and(x, f32x4.gt(v128.load(mask), f32x4.splat(0)));
}

export function rows8(
  c: usize, ldc: usize, m: i32, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize,
): void {
  for (; m >= 4; m -= 4, c += 4 * ldc, a += 4 * am) tile4x8(c, ldc, k, a, am, b, ldb, init, rectify, toMask);
  if (m >= 2) {
    tile2x8(c, ldc, k, a, am, b, ldb, init, rectify, toMask);
    m -= 2, c += 2 * ldc, a += 2 * am;
  }
  if (m > 0) tile1x8(c, ldc, k, a, am, b, ldb, init, rectify, toMask);
}

export function rows4(
  c: usize, ldc: usize, m: i32, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize,
): void {
  for (; m >= 4; m -= 4, c += 4 * ldc, a += 4 * am) tile4x4(c, ldc, k, a, am, b, ldb, init, rectify, toMask);
  for (; m > 0; m--, c += ldc, a += am) tile1x4(c, ldc, k, a, am, b, ldb, init, rectify, toMask);
}

// @ts-ignore: decorator
@inline
function tile4x8(c: usize, ldc: usize, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize): void {
  let c00 = v128.load(init), c10 = c00, c20 = c00, c30 = c00;
  let c01 = v128.load(init, 16), c11 = c01, c21 = c01, c31 = c01;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am;
  for (; k > 0; k--, a += 4, a1 += 4, a2 += 4, a3 += 4) {
    let b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00), c01 = fma(x, b1, c01);
    x = v128.load32_splat(a1);
    c10 = fma(x, b0, c10), c11 = fma(x, b1, c11);
    x = v128.load32_splat(a2);
    c20 = fma(x, b0, c20), c21 = fma(x, b1, c21);
    x = v128.load32_splat(a3);
    c30 = fma(x, b0, c30), c31 = fma(x, b1, c31);
    b += ldb;
  }
  if (rectify) {
    c00 = rectified(c00), c01 = rectified(c01);
    c10 = rectified(c10), c11 = rectified(c11);
    c20 = rectified(c20), c21 = rectified(c21);
    c30 = rectified(c30), c31 = rectified(c31);
  }
  if (toMask) {
    let mask = c + toMask;
    c00 = masked(c00, mask), c01 = masked(c01, mask + 16), mask += ldc;
    c10 = masked(c10, mask), c11 = masked(c11, mask + 16), mask += ldc;
    c20 = masked(c20, mask), c21 = masked(c21, mask + 16), mask += ldc;
    c30 = masked(c30, mask), c31 = masked(c31, mask + 16);
  }
  v128.store(c, c00), v128.store(c, c01, 16), c += ldc;
  v128.store(c, c10), v128.store(c, c11, 16), c += ldc;
  v128.store(c, c20), v128.store(c, c21, 16), c += ldc;
  v128.store(c, c30), v128.store(c, c31, 16);
}

// @ts-ignore: decorator
@inline
function tile2x8(c: usize, ldc: usize, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize): void {
  let c00 = v128.load(init), c10 = c00;
  let c01 = v128.load(init, 16), c11 = c01;
  let a1 = a + am;
  for (; k > 0; k--, a += 4, a1 += 4) {
    let b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00), c01 = fma(x, b1, c01);
    x = v128.load32_splat(a1);
    c10 = fma(x, b0, c10), c11 = fma(x, b1, c11);
    b += ldb;
  }
  if (rectify) {
    c00 = rectified(c00), c01 = rectified(c01);
    c10 = rectified(c10), c11 = rectified(c11);
  }
  if (toMask) {
    let mask = c + toMask;
    c00 = masked(c00, mask), c01 = masked(c01, mask + 16), mask += ldc;
    c10 = masked(c10, mask), c11 = masked(c11, mask + 16);
  }
  v128.store(c, c00), v128.store(c, c01, 16), c += ldc;
  v128.store(c, c10), v128.store(c, c11, 16);
}

// @ts-ignore: decorator
@inline
function tile1x8(c: usize, ldc: usize, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize): void {
  let c00 = v128.load(init);
  let c01 = v128.load(init, 16);
  for (; k > 0; k--, a += 4) {
    let b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00), c01 = fma(x, b1, c01);
    b += ldb;
  }
  if (rectify) {
    c00 = rectified(c00), c01 = rectified(c01);
  }
  if (toMask) {
    const mask = c + toMask;
    c00 = masked(c00, mask), c01 = masked(c01, mask + 16);
  }
  v128.store(c, c00), v128.store(c, c01, 16);
}

// @ts-ignore: decorator
@inline
function tile4x4(c: usize, ldc: usize, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize): void {
  let c00 = v128.load(init), c10 = c00, c20 = c00, c30 = c00;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am;
  for (; k > 0; k--, a += 4, a1 += 4, a2 += 4, a3 += 4) {
    let b0 = v128.load(b);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00);
    x = v128.load32_splat(a1);
    c10 = fma(x, b0, c10);
    x = v128.load32_splat(a2);
    c20 = fma(x, b0, c20);
    x = v128.load32_splat(a3);
    c30 = fma(x, b0, c30);
    b += ldb;
  }
  if (rectify) {
    c00 = rectified(c00);
    c10 = rectified(c10);
    c20 = rectified(c20);
    c30 = rectified(c30);
  }
  if (toMask) {
    let mask = c + toMask;
    c00 = masked(c00, mask), mask += ldc;
    c10 = masked(c10, mask), mask += ldc;
    c20 = masked(c20, mask), mask += ldc;
    c30 = masked(c30, mask);
  }
  v128.store(c, c00), c += ldc;
  v128.store(c, c10), c += ldc;
  v128.store(c, c20), c += ldc;
  v128.store(c, c30);
}

// @ts-ignore: decorator
@inline
function tile1x4(c: usize, ldc: usize, k: i32, a: usize, am: usize, b: usize, ldb: usize, init: usize, rectify: bool, toMask: usize): void {
  let c00 = v128.load(init);
  for (; k > 0; k--, a += 4) {
    let b0 = v128.load(b);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00);
    b += ldb;
  }
  if (rectify) {
    c00 = rectified(c00);
  }
  if (toMask) {
    const mask = c + toMask;
    c00 = masked(c00, mask);
  }
  v128.store(c, c00);
}
