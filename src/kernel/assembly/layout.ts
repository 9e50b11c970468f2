// A program is a network laid out in linear memory: a header, a list of operations ("ops") that run
// forwards and then backwards, and the buffers they point to. src/engines/fused/layout.ts writes it.
//
// Matrices of activations are [rows][width padded to 4]; padding columns of parameters and of
// gradients are zero and stay zero.

/** Words (4 bytes) of the header. */
export namespace Header {
  export const OPS = 0; //            pointer to the ops
  export const OP_COUNT = 1;
  export const INPUTS = 2; //         features
  export const OUTPUTS = 3; //        outputs
  export const CAPACITY = 4; //       rows that the activation buffers hold
  export const LOSS = 5; //           opcode
  export const OPTIMIZER = 6; //      opcode
  export const PARAMETERS = 7; //     pointer; all layers in one block
  export const GRADIENTS = 8; //      same shape
  export const SLOTS = 9; //          optimizer state: up to three blocks of that shape, one after another
  export const PARAMETER_COUNT = 10; // floats in a block, padding included
  export const HYPERPARAMETERS = 11; // pointer to float64 values, see optimizers.ts
  export const X = 12; //             training features [examples][inputs]
  export const Y = 13; //             training labels [examples][outputs padded to 4]
  export const EXAMPLES = 14;
  export const BATCH_SIZE = 15;
  export const BATCH_X = 16; //       [batch][inputs]
  export const BATCH_Y = 17; //       [batch][outputs padded to 4]
  export const PERMUTATION = 18; //   i32 per example
  export const ORDER = 19; //         random stream for the batch order, or 0 to keep the stored order
  export const POSITION = 20; //      examples of the current epoch already visited
  export const STEP = 21; //          updates done
  export const SCRATCH = 22; //       for gemm
  export const RESULTS = 23; //       float64 sums of `evaluate`: loss, correct, absolute error, squared error
}

/** Words of an op. */
export namespace Field {
  export const KIND = 0;
  export const IN = 1; //             pointer to [rows][…]
  export const IN_STRIDE = 2; //      bytes from row to row
  export const IN_WIDTH = 3;
  export const OUT = 4; //            pointer to [rows][width padded]
  export const OUT_WIDTH = 5;
  export const DELTA_OUT = 6; //      gradient of the loss with respect to OUT
  export const DELTA_IN = 7; //       … to IN, or 0 where nobody needs it
  export const KERNEL = 8; //         [inputs][units padded]
  export const BIAS = 9;
  export const KERNEL_GRADIENT = 10;
  export const BIAS_GRADIENT = 11;
  export const OPCODE = 12;
  export const SIZE = 16;
}

// @ts-ignore: decorator
@inline
export function word(base: usize, index: i32): i32 {
  return load<i32>(base + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function setWord(base: usize, index: i32, value: i32): void {
  store<i32>(base + (<usize>index << 2), value);
}

// @ts-ignore: decorator
@inline
export function padded(width: i32): i32 {
  return (width + 3) & ~3;
}
