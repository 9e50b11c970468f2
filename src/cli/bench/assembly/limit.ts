// The machine's own limit: how fast SIMD multiplications and additions go that wait neither for memory nor
// for each other. Twelve chains c = c · x + y fill two multipliers and two adders of three or four cycles' latency, and fit
// in sixteen registers with x, y and a product. A multiplication and an addition are two instructions here as in
// the kernel: a fused one exists in relaxed SIMD only, whose results differ between machines.

/** Do `steps` of each chain; 12 · 4 · 2 floating-point operations each. x and y are arguments, because engines build vector literals anew at each use. */
export function chains(steps: i32, factor: f32, term: f32): f32 {
  const x = f32x4.splat(factor), y = f32x4.splat(term);
  let c0 = x, c1 = x, c2 = x, c3 = x, c4 = x, c5 = x, c6 = x, c7 = x, c8 = x, c9 = x, c10 = x, c11 = x;
  for (; steps > 0; steps--) {
    c0 = f32x4.add(f32x4.mul(c0, x), y);
    c1 = f32x4.add(f32x4.mul(c1, x), y);
    c2 = f32x4.add(f32x4.mul(c2, x), y);
    c3 = f32x4.add(f32x4.mul(c3, x), y);
    c4 = f32x4.add(f32x4.mul(c4, x), y);
    c5 = f32x4.add(f32x4.mul(c5, x), y);
    c6 = f32x4.add(f32x4.mul(c6, x), y);
    c7 = f32x4.add(f32x4.mul(c7, x), y);
    c8 = f32x4.add(f32x4.mul(c8, x), y);
    c9 = f32x4.add(f32x4.mul(c9, x), y);
    c10 = f32x4.add(f32x4.mul(c10, x), y);
    c11 = f32x4.add(f32x4.mul(c11, x), y);
  }
  // All chains are used, so that none is optimized away.
  const sum0 = f32x4.add(f32x4.add(c0, c1), f32x4.add(c2, c3));
  const sum1 = f32x4.add(f32x4.add(c4, c5), f32x4.add(c6, c7));
  const sum2 = f32x4.add(f32x4.add(c8, c9), f32x4.add(c10, c11));
  return f32x4.extract_lane(f32x4.add(f32x4.add(sum0, sum1), sum2), 0);
}
