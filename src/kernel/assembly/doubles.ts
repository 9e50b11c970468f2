// Exponential and logarithm of two float64 at once: the steps of musl's exp.c and log.c, of which the standard library's
// Math.exp and Math.log are made, in the same order, so that each lane has the same bits as those.

/**
 * Bounds of |x|: below them 1 + x is the exponential; k, the whole number next to x / ln 2, is 0; k is ±1. Then 1, ½, 2, the sign,
 * 1/ln 2, ln 2 in two parts, P1 … P5, and what rounds to a whole number and holds it in its last bits (1.5 · 2⁵²).
 */
const EXP: usize = memory.data<u64>([
  0x3E30000100000000, 0x3FD62E4300000000, 0x3FF0A2B200000000,
  0x3FF0000000000000, 0x3FE0000000000000, 0x4000000000000000, 0x8000000000000000,
  0x3FF71547652B82FE, 0x3FE62E42FEE00000, 0x3DEA39EF35793C76,
  0x3FC555555555553E, 0xBF66C16C16BEBD93, 0x3F11566AAF25DE2C, 0xBEBBBD41C5D26BF1, 0x3E66376972BEA4D0,
  0x4338000000000000,
], 8);

/**
 * What is added to the bits so that they change their exponent at √½ and √2, the bits of a mantissa, those of √½; 2⁵² and 2⁵² + 1023;
 * 1, ½, 2, ln 2 in two parts, Lg1 … Lg7.
 */
const LOG: usize = memory.data<u64>([
  0x00095F6200000000, 0x000FFFFFFFFFFFFF, 0x3FE6A09E00000000,
  0x4330000000000000, 0x43300000000003FF,
  0x3FF0000000000000, 0x3FE0000000000000, 0x4000000000000000,
  0x3FE62E42FEE00000, 0x3DEA39EF35793C76,
  0x3FE5555555555593, 0x3FD999999997FA04, 0x3FD2492494229359, 0x3FCC71C51D8E78AF, 0x3FC7466496CB03DE, 0x3FC39A09D078C69F,
  0x3FC2F112DF3E5244,
], 8);

// @ts-ignore: decorator
@inline
function at(table: usize, index: usize): v128 {
  return v128.load64_splat(table + (index << 3));
}

/** z + x y */
// @ts-ignore: decorator
@inline
function plus(z: v128, x: v128, y: v128): v128 {
  return f64x2.add(z, f64x2.mul(x, y));
}

/** e^x of numbers within ±700. */
export function exp2(x: v128): v128 {
  const size = f64x2.abs(x);
  const sign = v128.and(x, at(EXP, 6));
  let k = f64x2.trunc(f64x2.add(f64x2.mul(at(EXP, 7), x), v128.or(at(EXP, 4), sign)));
  k = v128.bitselect(v128.or(at(EXP, 3), sign), k, f64x2.lt(size, at(EXP, 2)));
  k = v128.and(k, f64x2.ge(size, at(EXP, 1)));
  const high = f64x2.sub(x, f64x2.mul(k, at(EXP, 8)));
  const low = f64x2.mul(k, at(EXP, 9));
  const r = f64x2.sub(high, low);
  const rr = f64x2.mul(r, r);
  const rrrr = f64x2.mul(rr, rr);
  const p23 = plus(at(EXP, 11), rr, at(EXP, 12)), p45 = plus(at(EXP, 13), rr, at(EXP, 14));
  const c = f64x2.sub(r, f64x2.add(f64x2.mul(rr, at(EXP, 10)), f64x2.mul(rrrr, f64x2.add(p23, f64x2.mul(rrrr, p45)))));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(at(EXP, 5), c));
  const y = f64x2.add(at(EXP, 3), f64x2.add(f64x2.sub(quotient, low), high));
  // times 2ᵏ: k added to the exponent of 1
  const power = i64x2.add(i64x2.shl(f64x2.add(k, at(EXP, 15)), 52), at(EXP, 3));
  return v128.bitselect(f64x2.add(at(EXP, 3), x), f64x2.mul(y, power), f64x2.lt(size, at(EXP, 0)));
}

/** Natural logarithm of positive, normal, finite numbers. */
export function log2(x: v128): v128 {
  const shifted = i64x2.add(x, at(LOG, 0));
  const k = f64x2.sub(v128.or(i64x2.shr_u(shifted, 52), at(LOG, 3)), at(LOG, 4));
  const f = f64x2.sub(i64x2.add(v128.and(shifted, at(LOG, 1)), at(LOG, 2)), at(LOG, 5));
  const halfSquare = f64x2.mul(f64x2.mul(at(LOG, 6), f), f);
  const s = f64x2.div(f, f64x2.add(at(LOG, 7), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const t1 = f64x2.mul(w, plus(at(LOG, 11), w, plus(at(LOG, 13), w, at(LOG, 15))));
  const t2 = f64x2.mul(z, plus(at(LOG, 10), w, plus(at(LOG, 12), w, plus(at(LOG, 14), w, at(LOG, 16)))));
  const tail = plus(f64x2.mul(s, f64x2.add(halfSquare, f64x2.add(t2, t1))), k, at(LOG, 9));
  return plus(f64x2.add(f64x2.sub(tail, halfSquare), f), k, at(LOG, 8));
}
