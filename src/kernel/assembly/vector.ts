// Elementary functions on four float32 at once. Polynomials and range reductions after Cephes
// (Moshier, 1984–1992), about one unit in the last place; only + − × ÷, so the same bits everywhere.
// NaN in gives NaN out.
//
// Constants are read from memory, as `at(TABLE, index)`: engines build a vector literal anew at each
// use, which inside a loop costs more than the arithmetic.

const ONE: usize = memory.data<f32>([1], 4);
const SIGN: usize = memory.data<f32>([-0.0], 4);

/** Range of the exponential, 1/ln 2, ln 2 in two parts (so that the reduction is exact), polynomial. */
const EXP: usize = memory.data<f32>([
  88.37626, -87.33654, 1.44269504, 0.693359375, -2.12194440e-4,
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
], 4);

/** Limit below which tanh is the polynomial, 2, polynomial. */
const TANH: usize = memory.data<f32>([
  0.625, 2,
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
], 4);

// @ts-ignore: decorator
@inline
function at(table: usize, index: usize): v128 {
  return v128.load32_splat(table + (index << 2));
}

// @ts-ignore: decorator
@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

// @ts-ignore: decorator
@inline
export function one(): v128 {
  return at(ONE, 0);
}

// @ts-ignore: decorator
@inline
function multiplyAdd(x: v128, y: v128, z: v128): v128 {
  return f32x4.add(f32x4.mul(x, y), z);
}

// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  const clamped = f32x4.max(f32x4.min(x, at(EXP, 0)), at(EXP, 1));
  const n = f32x4.nearest(f32x4.mul(clamped, at(EXP, 2)));
  const r = f32x4.sub(f32x4.sub(clamped, f32x4.mul(n, at(EXP, 3))), f32x4.mul(n, at(EXP, 4)));
  let p = multiplyAdd(at(EXP, 5), r, at(EXP, 6));
  p = multiplyAdd(p, r, at(EXP, 7));
  p = multiplyAdd(p, r, at(EXP, 8));
  p = multiplyAdd(p, r, at(EXP, 9));
  p = multiplyAdd(p, r, at(EXP, 10));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), one());
  // times 2ⁿ: n added to the exponent of 1
  const power = i32x4.add(i32x4.shl(i32x4.trunc_sat_f32x4_s(n), 23), one());
  return f32x4.mul(p, power);
}

// @ts-ignore: decorator
@inline
export function sigmoid4(x: v128): v128 {
  return f32x4.div(one(), f32x4.add(one(), exp4(f32x4.neg(x))));
}

// @ts-ignore: decorator
@inline
export function tanh4(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = multiplyAdd(at(TANH, 2), z, at(TANH, 3));
  p = multiplyAdd(p, z, at(TANH, 4));
  p = multiplyAdd(p, z, at(TANH, 5));
  p = multiplyAdd(p, z, at(TANH, 6));
  const near = multiplyAdd(f32x4.mul(p, z), x, x);
  const far = f32x4.sub(one(), f32x4.div(at(TANH, 1), f32x4.add(exp4(f32x4.add(size, size)), one())));
  const signed = v128.or(far, v128.and(x, at(SIGN, 0)));
  return v128.bitselect(near, signed, f32x4.lt(size, at(TANH, 0)));
}

/** Sum of the four lanes: (0 + 2) + (1 + 3). */
// @ts-ignore: decorator
@inline
export function sum4(x: v128): f32 {
  const pair = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1);
}

/** Largest of the four lanes; NaN if any is NaN. */
// @ts-ignore: decorator
@inline
export function max4(x: v128): f32 {
  const pair = f32x4.max(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return max(f32x4.extract_lane(pair, 0), f32x4.extract_lane(pair, 1));
}
