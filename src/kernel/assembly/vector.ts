// Elementary functions on four float32 at once. Polynomials and range reductions after Cephes
// (Moshier, 1984–1992), about one unit in the last place; only + − × ÷, so the same bits everywhere.
// NaN in gives NaN out.
//
// Constants are read from memory, as `at(TABLE, index)`: engines build a vector literal anew at each
// use, which inside a loop costs more than the arithmetic.

/** For whoever starts sums from a row of numbers and has none. */
export const ZEROS: usize = memory.data(32, 16);

export const ONE: usize = memory.data<f32>([1], 4);
const SIGN: usize = memory.data<f32>([-0.0], 4);

/**
 * Range of the exponential, 1/ln 2, ln 2 in two parts (so that the reduction is exact), polynomial; 1.5 · 2²³, which rounds
 * what is added to it to a whole number and holds that in its last bits.
 */
const EXP: usize = memory.data<f32>([
  88.37626, -87.33654, 1.44269504, 0.693359375, -2.12194440e-4,
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
  12582912,
], 4);

/** Limit below which tanh is the polynomial, 2, polynomial. */
const TANH: usize = memory.data<f32>([
  0.625, 2,
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
], 4);

/** Where the mantissa is halved (√2), ln 2 in two parts, polynomial. */
const LOG: usize = memory.data<f32>([
  1.41421356, 0.693359375, -2.12194440e-4,
  7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
], 4);

/** erf below 1. */
const ERF: usize = memory.data<f32>([
  7.853861353153693e-5, -8.010193625184903e-4, 5.188327685732524e-3, -2.685381193529856e-2, 1.128358514861418e-1,
  -3.761262582423300e-1, 1.128379165726710,
], 4);

/** erfc between 1 and 2: e^(−x²)/x times a polynomial in 1/x². */
const ERFC: usize = memory.data<f32>([
  2.326819970068386e-2, -1.387039388740657e-1, 3.687424674597105e-1, -5.824733027278666e-1, 6.210004621745983e-1,
  -4.944515323274145e-1, 3.404879937665872e-1, -2.741127028184656e-1, 5.638259427386472e-1,
], 4);

/** erfc above 2. */
const ERFC_FAR: usize = memory.data<f32>([
  -1.047766399936249e1, 1.297719955372516e1, -7.495518717768503, 2.921019019210786, -1.015265279202700,
  4.218463358204948e-1, -2.820767439740514e-1, 5.641895067754075e-1,
], 4);

// @ts-ignore: decorator
@inline
export function at(table: usize, index: usize): v128 {
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
export function multiplyAdd(x: v128, y: v128, z: v128): v128 {
  return f32x4.add(f32x4.mul(x, y), z);
}

/** x, but 0 where it is not positive; NaN stays. */
// @ts-ignore: decorator
@inline
export function rectified(x: v128): v128 {
  return v128.andnot(x, f32x4.le(x, splat(0)));
}

// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  // NaN passes pmin and pmax, which are one instruction where min and max are eight.
  const clamped = f32x4.pmax(f32x4.pmin(x, at(EXP, 0)), at(EXP, 1));
  const shifted = f32x4.add(f32x4.mul(clamped, at(EXP, 2)), at(EXP, 11));
  const n = f32x4.sub(shifted, at(EXP, 11));
  const r = f32x4.sub(f32x4.sub(clamped, f32x4.mul(n, at(EXP, 3))), f32x4.mul(n, at(EXP, 4)));
  let p = multiplyAdd(at(EXP, 5), r, at(EXP, 6));
  p = multiplyAdd(p, r, at(EXP, 7));
  p = multiplyAdd(p, r, at(EXP, 8));
  p = multiplyAdd(p, r, at(EXP, 9));
  p = multiplyAdd(p, r, at(EXP, 10));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), one());
  // times 2ⁿ: n added to the exponent of 1
  const power = i32x4.add(i32x4.shl(shifted, 23), one());
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

/** Natural logarithm of positive normal numbers. */
// @ts-ignore: decorator
@inline
function log4(x: v128): v128 {
  // x = 2ᵉ m with 1 ≤ m < 2, then m halved if above √2
  const exponent = i32x4.sub(i32x4.shr_s(x, 23), i32x4.shr_s(one(), 23));
  const mantissa = i32x4.sub(x, i32x4.shl(exponent, 23));
  const above = f32x4.gt(mantissa, at(LOG, 0));
  const m = v128.bitselect(f32x4.mul(mantissa, splat(0.5)), mantissa, above);
  const e = f32x4.convert_i32x4_s(i32x4.sub(exponent, above));
  const z = f32x4.sub(m, one());
  const zz = f32x4.mul(z, z);
  let p = multiplyAdd(at(LOG, 3), z, at(LOG, 4));
  for (let i = 5; i < 12; i++) p = multiplyAdd(p, z, at(LOG, i));
  p = f32x4.mul(p, f32x4.mul(z, zz));
  p = f32x4.sub(multiplyAdd(e, at(LOG, 2), p), f32x4.mul(zz, splat(0.5)));
  return f32x4.add(f32x4.add(z, p), f32x4.mul(e, at(LOG, 1)));
}

/** ln(1 + e^x), without loss of digits where e^x is small (Kahan's correction of ln(1 + u)). */
export function softplus4(x: v128): v128 {
  const u = exp4(f32x4.neg(f32x4.abs(x)));
  const w = f32x4.add(one(), u);
  const d = f32x4.sub(w, one());
  const small = f32x4.eq(d, splat(0));
  const corrected = f32x4.div(f32x4.mul(log4(w), u), v128.bitselect(one(), d, small));
  return f32x4.add(f32x4.max(x, splat(0)), v128.bitselect(u, corrected, small));
}

/** Error function. */
export function erf4(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let near = at(ERF, 0);
  for (let i = 1; i < 7; i++) near = multiplyAdd(near, z, at(ERF, i));
  near = f32x4.mul(near, x);
  const q = f32x4.div(one(), f32x4.max(size, one()));
  const y = f32x4.mul(q, q);
  let p = at(ERFC, 0);
  for (let i = 1; i < 9; i++) p = multiplyAdd(p, y, at(ERFC, i));
  let r = at(ERFC_FAR, 0);
  for (let i = 1; i < 8; i++) r = multiplyAdd(r, y, at(ERFC_FAR, i));
  const tail = f32x4.mul(f32x4.mul(exp4(f32x4.neg(z)), q), v128.bitselect(p, r, f32x4.lt(size, splat(2))));
  const far = v128.or(f32x4.sub(one(), tail), v128.and(x, at(SIGN, 0)));
  return v128.bitselect(near, far, f32x4.lt(size, one()));
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
