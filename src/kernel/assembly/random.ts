// Seeded random streams: xoshiro128** (Blackman & Vigna 2021), 16 bytes of state at `state`.

/** Open the stream named (seed, purpose, index). */
export function seedStream(state: usize, seed: u32, purpose: u32, index: u32): void {
  // Each word is mixed in turn, so that neighbouring names give unrelated states.
  let z = mix((<u64>seed) + GOLDEN);
  z = mix((z ^ <u64>purpose) + GOLDEN);
  z = mix((z ^ <u64>index) + GOLDEN);
  store<u64>(state, mix(z + GOLDEN));
  store<u64>(state, mix(z + 2 * GOLDEN) | 1, 8); // never all zero
}

export function next(state: usize): u32 {
  const s0 = load<u32>(state);
  const s1 = load<u32>(state, 4);
  const s2 = load<u32>(state, 8) ^ s0;
  const s3 = load<u32>(state, 12) ^ s1;
  store<u32>(state, s0 ^ s3);
  store<u32>(state, s1 ^ s2, 4);
  store<u32>(state, s2 ^ (s1 << 9), 8);
  store<u32>(state, rotl<u32>(s3, 11), 12);
  return rotl<u32>(s1 * 5, 7) * 9;
}

/** Uniform in [0, 1), 53 bits. */
export function uniform(state: usize): f64 {
  const high = <f64>(next(state) >>> 5);
  const low = <f64>(next(state) >>> 6);
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

/** Standard normal by Box and Muller (1958); one value per call, the sine partner is not kept. */
export function normal(state: usize): f64 {
  const radius = Math.sqrt(-2.0 * Math.log(1.0 - uniform(state)));
  return radius * Math.cos(2.0 * Math.PI * uniform(state));
}

/** Integer in [0, n) without bias (Lemire 2019). */
export function integer(state: usize, n: u32): u32 {
  let product = <u64>next(state) * <u64>n;
  if (<u32>product < n) {
    const threshold: u32 = (<u32>0 - n) % n;
    while (<u32>product < threshold) product = <u64>next(state) * <u64>n;
  }
  return <u32>(product >> 32);
}

/** Fisher–Yates over n i32 at `permutation`. */
export function shuffle(state: usize, permutation: usize, n: i32): void {
  // `next` and `integer`, with the state at hand: through memory, each draw would wait for the one before.
  let s0 = load<u32>(state), s1 = load<u32>(state, 4), s2 = load<u32>(state, 8), s3 = load<u32>(state, 12);
  for (let i = n - 1; i > 0; i--) {
    const count: u32 = i + 1;
    let threshold: u32 = 0;
    let product: u64 = 0;
    for (;;) {
      product = <u64>(rotl<u32>(s1 * 5, 7) * 9) * <u64>count;
      s2 ^= s0, s3 ^= s1;
      const shifted = s1 << 9;
      s1 ^= s2, s0 ^= s3, s2 ^= shifted, s3 = rotl<u32>(s3, 11);
      if (<u32>product >= count) break;
      if (threshold == 0) threshold = (<u32>0 - count) % count;
      if (<u32>product >= threshold) break;
    }
    const a = permutation + ((<usize>i) << 2);
    const b = permutation + (<usize>(product >> 32) << 2);
    const kept = load<i32>(a);
    store<i32>(a, load<i32>(b));
    store<i32>(b, kept);
  }
  store<u32>(state, s0), store<u32>(state, s1, 4), store<u32>(state, s2, 8), store<u32>(state, s3, 12);
}

const GOLDEN: u64 = 0x9e3779b97f4a7c15;

/** Finalizer of SplitMix64 (Steele, Lea & Flood 2014). */
function mix(z: u64): u64 {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}
