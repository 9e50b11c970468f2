/** The order in which every engine visits the examples of an epoch. */
import type { Kernel } from '../../kernel/kernel.ts';
import { PURPOSES } from '../../kernel/random.ts';

export interface EpochOrder {
  /** The order of the next epoch: a permutation of 0 … examples − 1, the last one shuffled once more. */
  next(): Int32Array;
}

/**
 * The order every engine visits examples in: stream (seed, 'order'). Between calls the stream's state is
 * kept here rather than in the kernel, so that any number of trainers may live side by side.
 */
export function epochOrder(kernel: Kernel, seed: number, examples: number): EpochOrder {
  const permutation = Int32Array.from({ length: examples }, (_, index) => index);
  let state: Int32Array | undefined;
  return {
    next() {
      const mark = kernel.mark();
      const stream = kernel.allocate(STATE_BYTES);
      const pointer = kernel.allocate(permutation.byteLength);
      if (state) kernel.i32(stream, state.length).set(state);
      else kernel.exports.seedStream(stream, seed, PURPOSES.order, 0);
      kernel.i32(pointer, examples).set(permutation);
      kernel.exports.shuffle(stream, pointer, examples);
      permutation.set(kernel.i32(pointer, examples));
      state = kernel.i32(stream, STATE_BYTES / 4).slice();
      kernel.release(mark);
      return permutation;
    },
  };
}

const STATE_BYTES = 16;
