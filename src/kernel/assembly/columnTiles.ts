// Tiles of products whose A is transposed: C[m][n] = Σ_k A[k][m] B[k][n], summed in the order of k. Numbers of A that are
// used together lie side by side, so that one pointer serves all.

import { multiplyAdd as fma } from './vector';

export function columns8(c: usize, ldc: usize, m: i32, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  for (; m >= 4; m -= 4, c += 4 * ldc, a += 16) tile4x8(c, ldc, k, a, ak, b, ldb);
  if (m >= 2) {
    tile2x8(c, ldc, k, a, ak, b, ldb);
    m -= 2, c += 2 * ldc, a += 8;
  }
  if (m > 0) tile1x8(c, k, a, ak, b, ldb);
}

export function columns4(c: usize, ldc: usize, m: i32, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  for (; m >= 8; m -= 8, c += 8 * ldc, a += 32) tile8x4(c, ldc, k, a, ak, b, ldb);
  for (; m >= 2; m -= 2, c += 2 * ldc, a += 8) tile2x4(c, ldc, k, a, ak, b, ldb);
  if (m > 0) tile1x4(c, k, a, ak, b, ldb);
}

// @ts-ignore: decorator
@inline
function tile4x8(c: usize, ldc: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  for (; k > 0; k--) {
    let b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00), c01 = fma(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = fma(x, b0, c10), c11 = fma(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = fma(x, b0, c20), c21 = fma(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = fma(x, b0, c30), c31 = fma(x, b1, c31);
    a += ak, b += ldb;
  }
  v128.store(c, c00), v128.store(c, c01, 16), c += ldc;
  v128.store(c, c10), v128.store(c, c11, 16), c += ldc;
  v128.store(c, c20), v128.store(c, c21, 16), c += ldc;
  v128.store(c, c30), v128.store(c, c31, 16);
}

// @ts-ignore: decorator
@inline
function tile2x8(c: usize, ldc: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  for (; k > 0; k--) {
    let b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00), c01 = fma(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = fma(x, b0, c10), c11 = fma(x, b1, c11);
    a += ak, b += ldb;
  }
  v128.store(c, c00), v128.store(c, c01, 16), c += ldc;
  v128.store(c, c10), v128.store(c, c11, 16);
}

// @ts-ignore: decorator
@inline
function tile1x8(c: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  let c00 = f32x4.splat(0), c01 = c00;
  for (; k > 0; k--) {
    let b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(x, b0, c00), c01 = fma(x, b1, c01);
    a += ak, b += ldb;
  }
  v128.store(c, c00), v128.store(c, c01, 16);
}

// @ts-ignore: decorator
@inline
function tile8x4(c: usize, ldc: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  let c0 = f32x4.splat(0), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
  for (; k > 0; k--) {
    let b0 = v128.load(b);
    let x = v128.load32_splat(a);
    c0 = fma(x, b0, c0);
    x = v128.load32_splat(a, 4);
    c1 = fma(x, b0, c1);
    x = v128.load32_splat(a, 8);
    c2 = fma(x, b0, c2);
    x = v128.load32_splat(a, 12);
    c3 = fma(x, b0, c3);
    x = v128.load32_splat(a, 16);
    c4 = fma(x, b0, c4);
    x = v128.load32_splat(a, 20);
    c5 = fma(x, b0, c5);
    x = v128.load32_splat(a, 24);
    c6 = fma(x, b0, c6);
    x = v128.load32_splat(a, 28);
    c7 = fma(x, b0, c7);
    a += ak, b += ldb;
  }
  v128.store(c, c0), c += ldc;
  v128.store(c, c1), c += ldc;
  v128.store(c, c2), c += ldc;
  v128.store(c, c3), c += ldc;
  v128.store(c, c4), c += ldc;
  v128.store(c, c5), c += ldc;
  v128.store(c, c6), c += ldc;
  v128.store(c, c7);
}

// @ts-ignore: decorator
@inline
function tile2x4(c: usize, ldc: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  let c0 = f32x4.splat(0), c1 = c0;
  for (; k > 0; k--) {
    let b0 = v128.load(b);
    let x = v128.load32_splat(a);
    c0 = fma(x, b0, c0);
    x = v128.load32_splat(a, 4);
    c1 = fma(x, b0, c1);
    a += ak, b += ldb;
  }
  v128.store(c, c0), c += ldc;
  v128.store(c, c1);
}

// @ts-ignore: decorator
@inline
function tile1x4(c: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize): void {
  let c0 = f32x4.splat(0);
  for (; k > 0; k--) {
    let b0 = v128.load(b);
    let x = v128.load32_splat(a);
    c0 = fma(x, b0, c0);
    a += ak, b += ldb;
  }
  v128.store(c, c0);
}
