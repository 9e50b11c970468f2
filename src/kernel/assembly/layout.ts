// A program is a network laid out in linear memory: a header, a list of operations ("ops") that run
// forwards and then backwards, a list of variables, and the buffers they point to.
// src/engines/fused/layout.ts writes it.
//
// Features, labels, activations and gradients are matrices [rows][width padded to 4]. Padding columns
// of parameters and of gradients are zero and stay zero.

/** Words (4 bytes) of the header. */
export namespace Header {
  export const OPS = 0; //            pointer to the ops
  export const OP_COUNT = 1;
  export const INPUTS = 2; //         features
  export const OUTPUTS = 3; //        outputs
  export const CAPACITY = 4; //       rows that the activation buffers hold
  export const LOSS = 5; //           opcode
  export const OPTIMIZER = 6; //      opcode
  export const PARAMETERS = 7; //     pointer; all variables in one block
  export const GRADIENTS = 8; //      same shape
  export const SLOTS = 9; //          optimizer state: up to three blocks of that shape, one after another
  export const PARAMETER_COUNT = 10; // floats in a block, padding included
  export const HYPERPARAMETERS = 11; // pointer to float64 values, see optimizers.ts
  export const X = 12; //             training features
  export const Y = 13; //             training labels
  export const EXAMPLES = 14;
  export const BATCH_SIZE = 15;
  export const BATCH_X = 16;
  export const BATCH_Y = 17;
  export const PERMUTATION = 18; //   i32 per example
  export const ORDER = 19; //         random stream for the batch order, or 0 to keep the stored order
  export const POSITION = 20; //      examples of the current epoch already visited
  export const STEP = 21; //          updates done
  export const SCRATCH = 22; //       for gemm
  export const RESULTS = 23; //       float64 sums of `evaluate`: loss, correct, absolute error, squared error
  export const VARIABLES = 24; //     pointer to the variables
  export const VARIABLE_COUNT = 25;
  export const CLIP = 26; //          how gradients are clipped
  export const CLIP_LIMIT = 27; //    float32
  export const AVERAGES = 28; //      moving averages of the parameters, or 0
  export const AVERAGE_MOMENTUM = 29; // float32
  export const LOSS_PARAMETER = 30; // float32: Huber's δ; divisor of the ½-sum (0: none, 1: rows)
  export const PENALIZED = 31; //     whether any variable has a penalty
  export const CONSTRAINED = 32; //   whether any variable has a constraint
  export const GROUPS = 33; //        i32 per group of four features, or 0: see selection.ts
  export const GROUP_COUNT = 34; //   groups kept in this pass, or 0 where all features are used
  export const KEPT_X = 35; //        features of the kept groups, [rows][4 · groups]
  export const KEPT_GRADIENT = 36; // gradient of their weights, [4 · groups][units]
  export const CODE_VALUES = 37; //   where features are stored as codes: what they stand for (codes.ts), else 0
  export const CODE_STEP = 38; //     bytes from one column's values to the next's; 0 where all have the same
}

/** Words of an op. */
export namespace Field {
  export const KIND = 0;
  export const IN = 1; //             pointer to a matrix
  export const OUT = 2;
  export const IN_WIDTH = 3;
  export const OUT_WIDTH = 4;
  export const DELTA_OUT = 5; //      gradient of the loss with respect to OUT
  export const DELTA_IN = 6; //       … to IN, or 0 where nobody needs it; the same buffer unless the op is dense
  export const KERNEL = 7; //         dense: weights [inputs][units padded]; normalization: γ
  export const BIAS = 8; //           dense: bias; normalization: β
  export const KERNEL_GRADIENT = 9;
  export const BIAS_GRADIENT = 10;
  export const OPCODE = 11; //        activation
  export const A = 12; //             float32 hyperparameter
  export const B = 13; //             float32 hyperparameter
  export const AUXILIARY = 14; //     dropout: mask; normalization: normalized values
  export const STATISTICS = 15; //    batch normalization: running mean, running variance, 1/deviation; layer normalization: 1/deviation per row
  export const STREAM = 16; //        random stream
  export const SIZE = 20;
}

/** Words of a variable: one kernel, bias, γ or β. */
export namespace Variable {
  export const POINTER = 0;
  export const GRADIENT = 1;
  export const ROWS = 2;
  export const WIDTH = 3;
  export const L1 = 4; //             float32
  export const L2 = 5; //             float32
  export const CONSTRAINT = 6;
  export const C0 = 7; //             float32: limit, or least norm
  export const C1 = 8; //             float32: greatest norm
  export const C2 = 9; //             float32: rate
  export const SIZE = 12;
}

// @ts-ignore: decorator
@inline
export function word(base: usize, index: i32): i32 {
  return load<i32>(base + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function pointer(base: usize, index: i32): usize {
  return load<usize>(base + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function real(base: usize, index: i32): f32 {
  return load<f32>(base + (<usize>index << 2));
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

/** Bytes from row to row. */
// @ts-ignore: decorator
@inline
export function strideOf(width: i32): usize {
  return <usize>padded(width) << 2;
}

/** Lanes of a row's last vector that hold a column; the others are padding. */
// @ts-ignore: decorator
@inline
export function lastLanes(width: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(((width - 1) & 3) + 1));
}
