/**
 * Seeded random streams. Randomness is an argument: whoever needs it is handed a `Stream`.
 * A stream is named by (seed, purpose, index); streams of different purposes are independent, so
 * changing what one purpose draws leaves the others as they were.
 * Generator: xoshiro128** (Blackman & Vigna 2021), seeded by SplitMix64; it runs in the kernel.
 */
import type { Kernel } from './kernel.ts';

/** What a stream is for. Numbers are part of the meaning of a seed: never reuse or reorder. */
export const PURPOSES = { data: 1, split: 2, initializer: 3, order: 4, dropout: 5, noise: 6, simulation: 7, search: 8, probe: 9, augmentation: 10 } as const;
export type Purpose = keyof typeof PURPOSES;

export interface Stream {
  /** Uniform in [0, 1) with 53 random bits. */
  uniform(): number;
  /** Standard normal: mean 0, standard deviation 1. */
  normal(): number;
  /** Integer in [0, n). */
  integer(n: number): number;
  /** Shuffle in place (Fisher–Yates). */
  shuffle(permutation: Int32Array): void;
}

/**
 * Open a stream. `seed`, `index`: unsigned 32-bit integers. Draws happen in the kernel; the state
 * lives in kernel memory allocated here, so open streams between `mark` and `release`.
 */
export function openStream(kernel: Kernel, seed: number, purpose: Purpose, index = 0): Stream {
  const { exports } = kernel;
  const state = kernel.allocate(16);
  exports.seedStream(state, seed, PURPOSES[purpose], index);
  return {
    uniform: () => exports.uniform(state),
    normal: () => exports.normal(state),
    integer: (n) => exports.integer(state, n),
    shuffle(permutation) {
      const mark = kernel.mark();
      const pointer = kernel.allocate(permutation.byteLength);
      kernel.i32(pointer, permutation.length).set(permutation);
      exports.shuffle(state, pointer, permutation.length);
      permutation.set(kernel.i32(pointer, permutation.length));
      kernel.release(mark);
    },
  };
}
