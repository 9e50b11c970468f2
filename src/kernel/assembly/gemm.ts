// Matrix products. C[m][n] = init[m][n] + Σ_k A(m, k) B[k][n], always summed in the order of k, so
// that every path below gives the same bits. A is addressed by two strides, which makes Aᵀ free.
// B is read eight columns at a time; where a panel of B is read often it is first copied together.
//
// All strides are in bytes. N is a multiple of 4. `init` is a row of N floats that every row of C
// starts from (a bias), or 0 for zeros. `groups`, if not 0, lists which groups of four rows of B take
// part, k rows in all.

const ZEROS: usize = memory.data(32, 16);

export function gemm(
  c: usize, ldc: usize, m: i32, n: i32, k: i32,
  a: usize, am: usize, ak: usize,
  b: usize, ldb: usize, groups: usize, init: usize, scratch: usize,
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
    columns8(c + column, ldc, m, k, a, am, ak, panel, step, init ? init + column : ZEROS);
  }
  if (j < n) {
    const column = <usize>j << 2;
    if (groups) packGroups4(scratch, b + column, ldb, groups, k);
    columns4(
      c + column, ldc, m, k, a, am, ak,
      groups ? scratch : b + column, groups ? 16 : ldb, init ? init + column : ZEROS,
    );
  }
}

/** C[m][n] = Σ_k A[m][k] B[n][k]: B transposed. Panels of Bᵀ are copied together first; rows of B beyond `rowsB` count as zero. */
export function gemmTransposed(
  c: usize, ldc: usize, m: i32, n: i32, k: i32,
  a: usize, am: usize,
  b: usize, ldb: usize, rowsB: i32, scratch: usize,
): void {
  for (let j = 0; j < n; j += 8) {
    const wide = n - j >= 8;
    packTransposed(scratch, b + <usize>j * ldb, ldb, k, min(rowsB - j, wide ? 8 : 4), wide ? 8 : 4);
    const to = c + (<usize>j << 2);
    if (wide) columns8(to, ldc, m, k, a, am, 4, scratch, 32, ZEROS);
    else columns4(to, ldc, m, k, a, am, 4, scratch, 16, ZEROS);
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

function packTransposed(to: usize, from: usize, ld: usize, k: i32, rows: i32, width: i32): void {
  for (let r = 0; r < width; r++) {
    let q = to + (<usize>r << 2);
    const stride = <usize>width << 2;
    const row = from + <usize>r * ld;
    if (r < rows) {
      for (let i = 0; i < k; i++, q += stride) store<f32>(q, load<f32>(row + (<usize>i << 2)));
    } else {
      for (let i = 0; i < k; i++, q += stride) store<f32>(q, 0);
    }
  }
}

function columns8(c: usize, ldc: usize, m: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let i = 0;
  for (; i + 4 <= m; i += 4, c += 4 * ldc, a += 4 * am) tile4x8(c, ldc, k, a, am, ak, b, ldb, init);
  if (i + 2 <= m) {
    tile2x8(c, ldc, k, a, am, ak, b, ldb, init);
    i += 2, c += 2 * ldc, a += 2 * am;
  }
  if (i < m) tile1x8(c, k, a, ak, b, ldb, init);
}

function columns4(c: usize, ldc: usize, m: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let i = 0;
  for (; i + 4 <= m; i += 4, c += 4 * ldc, a += 4 * am) tile4x4(c, ldc, k, a, am, ak, b, ldb, init);
  for (; i < m; i++, c += ldc, a += am) tile1x4(c, k, a, ak, b, ldb, init);
}

// @ts-ignore: decorator
@inline
function fma(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

function tile4x8(c: usize, ldc: usize, k: i32, a: usize, am: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  let c10 = c00, c11 = c01, c20 = c00, c21 = c01, c30 = c00, c31 = c01;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am;
  for (; k > 0; k--) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(c00, x, b0), c01 = fma(c01, x, b1);
    x = v128.load32_splat(a1);
    c10 = fma(c10, x, b0), c11 = fma(c11, x, b1);
    x = v128.load32_splat(a2);
    c20 = fma(c20, x, b0), c21 = fma(c21, x, b1);
    x = v128.load32_splat(a3);
    c30 = fma(c30, x, b0), c31 = fma(c31, x, b1);
    a += ak, a1 += ak, a2 += ak, a3 += ak, b += ldb;
  }
  v128.store(c, c00), v128.store(c, c01, 16), c += ldc;
  v128.store(c, c10), v128.store(c, c11, 16), c += ldc;
  v128.store(c, c20), v128.store(c, c21, 16), c += ldc;
  v128.store(c, c30), v128.store(c, c31, 16);
}

function tile2x8(c: usize, ldc: usize, k: i32, a: usize, am: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  let c10 = c00, c11 = c01;
  let a1 = a + am;
  for (; k > 0; k--) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = fma(c00, x, b0), c01 = fma(c01, x, b1);
    x = v128.load32_splat(a1);
    c10 = fma(c10, x, b0), c11 = fma(c11, x, b1);
    a += ak, a1 += ak, b += ldb;
  }
  v128.store(c, c00), v128.store(c, c01, 16), c += ldc;
  v128.store(c, c10), v128.store(c, c11, 16);
}

function tile1x8(c: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let c0 = v128.load(init), c1 = v128.load(init, 16);
  for (; k > 0; k--, a += ak, b += ldb) {
    const x = v128.load32_splat(a);
    c0 = fma(c0, x, v128.load(b)), c1 = fma(c1, x, v128.load(b, 16));
  }
  v128.store(c, c0), v128.store(c, c1, 16);
}

function tile4x4(c: usize, ldc: usize, k: i32, a: usize, am: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let c0 = v128.load(init), c1 = c0, c2 = c0, c3 = c0;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am;
  for (; k > 0; k--) {
    const b0 = v128.load(b);
    c0 = fma(c0, v128.load32_splat(a), b0);
    c1 = fma(c1, v128.load32_splat(a1), b0);
    c2 = fma(c2, v128.load32_splat(a2), b0);
    c3 = fma(c3, v128.load32_splat(a3), b0);
    a += ak, a1 += ak, a2 += ak, a3 += ak, b += ldb;
  }
  v128.store(c, c0), c += ldc;
  v128.store(c, c1), c += ldc;
  v128.store(c, c2), c += ldc;
  v128.store(c, c3);
}

function tile1x4(c: usize, k: i32, a: usize, ak: usize, b: usize, ldb: usize, init: usize): void {
  let c0 = v128.load(init);
  for (; k > 0; k--, a += ak, b += ldb) c0 = fma(c0, v128.load32_splat(a), v128.load(b));
  v128.store(c, c0);
}
