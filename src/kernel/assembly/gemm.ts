// Matrix products. C[m][n] = init[m][n] + Σ_k A(m, k) B[k][n], always summed in the order of k, so
// that every path below gives the same bits. B is read eight columns at a time; where a panel of B is
// read often it is first copied together.
//
// All strides are in bytes. N is a multiple of 4. `groups`, if not 0, lists which groups of four rows
// of B take part, k rows in all.

import { columns4, columns8 } from './columnTiles';
import { rows4, rows8 } from './rowTiles';
import { ZEROS } from './vector';

/** C = init + A B, negative sums replaced by 0 if `rectify`; `init` is a row of N floats that every row of C starts from. */
export function gemm(
  c: usize, ldc: usize, m: i32, n: i32, k: i32,
  a: usize, am: usize,
  b: usize, ldb: usize, groups: usize, init: usize, rectify: bool, scratch: usize,
): void {
  // Copying a panel pays when its rows lie far apart and it is used by several row tiles.
  const pack = !groups && m >= 16 && k >= 32 && ldb > 64;
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    const column = <usize>j << 2;
    let panel = b + column;
    let step = ldb;
    if (pack) {
      pack8(scratch, panel, ldb, k);
      panel = scratch;
      step = 32;
    } else if (groups) {
      packGroups8(scratch, panel, ldb, groups, k);
      panel = scratch;
      step = 32;
    }
    rows8(c + column, ldc, m, k, a, am, panel, step, init + column, rectify, 0);
  }
  if (j < n) {
    const column = <usize>j << 2;
    if (groups) packGroups4(scratch, b + column, ldb, groups, k);
    rows4(c + column, ldc, m, k, a, am, groups ? scratch : b + column, groups ? 16 : ldb, init + column, rectify, 0);
  }
}

/** C[m][n] = Σ_k A[k][m] B[k][n]: A transposed, which needs no copy. */
export function gemmOfColumns(
  c: usize, ldc: usize, m: i32, n: i32, k: i32,
  a: usize, ak: usize,
  b: usize, ldb: usize, scratch: usize,
): void {
  const pack = m >= 16 && k >= 32 && ldb > 64;
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    const column = <usize>j << 2;
    if (pack) pack8(scratch, b + column, ldb, k);
    columns8(c + column, ldc, m, k, a, ak, pack ? scratch : b + column, pack ? 32 : ldb);
  }
  if (j < n) columns4(c + (<usize>j << 2), ldc, m, k, a, ak, b + (<usize>j << 2), ldb);
}

/**
 * C[m][n] = Σ_k A[m][k] B[n][k]: B transposed. Panels of Bᵀ are copied together first; rows of B beyond `rowsB` count as
 * zero. `mask`: a matrix of C's shape; C is 0 where it is not positive. 0 for none.
 */
export function gemmTransposed(
  c: usize, ldc: usize, m: i32, n: i32, k: i32,
  a: usize, am: usize,
  b: usize, ldb: usize, rowsB: i32, mask: usize, scratch: usize,
): void {
  const toMask = mask ? mask - c : 0;
  for (let j = 0; j < n; j += 8) {
    const to = c + (<usize>j << 2);
    const from = b + <usize>j * ldb;
    if (n - j >= 8) {
      packTransposed(scratch, 32, from, ldb, k, rowsB - j);
      packTransposed(scratch + 16, 32, from + 4 * ldb, ldb, k, rowsB - j - 4);
      rows8(to, ldc, m, k, a, am, scratch, 32, ZEROS, false, toMask);
    } else {
      packTransposed(scratch, 16, from, ldb, k, rowsB - j);
      rows4(to, ldc, m, k, a, am, scratch, 16, ZEROS, false, toMask);
    }
  }
}

function pack8(to: usize, from: usize, ld: usize, k: i32): void {
  for (const end = to + (<usize>k << 5); to < end; to += 32, from += ld) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
  }
}

function packGroups8(to: usize, from: usize, ld: usize, groups: usize, k: i32): void {
  for (; k > 0; k -= 4, groups += 4, to += 128) pack8(to, from + (<usize>load<i32>(groups) << 2) * ld, ld, 4);
}

function packGroups4(to: usize, from: usize, ld: usize, groups: usize, k: i32): void {
  for (; k > 0; k -= 4, groups += 4) {
    let row = from + (<usize>load<i32>(groups) << 2) * ld;
    for (let i = 0; i < 4; i++, to += 16, row += ld) v128.store(to, v128.load(row));
  }
}

/** Four rows, of which `rows` are there, as four columns `step` bytes apart; k is rounded up to whole vectors. */
function packTransposed(to: usize, step: usize, from: usize, ld: usize, k: i32, rows: i32): void {
  const zero = f32x4.splat(0);
  for (; k > 0; k -= 4, from += 16, to += 4 * step) {
    const r0 = rows > 0 ? v128.load(from) : zero;
    const r1 = rows > 1 ? v128.load(from + ld) : zero;
    const r2 = rows > 2 ? v128.load(from + 2 * ld) : zero;
    const r3 = rows > 3 ? v128.load(from + 3 * ld) : zero;
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    v128.store(to + step, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
    v128.store(to + 2 * step, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
    v128.store(to + 3 * step, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
  }
}
