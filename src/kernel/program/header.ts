// Words (4 bytes) of a program's header. The kernel's compiler and TypeScript's both read this file, so that what
// src/engines/fused writes is what the kernel reads.

export const OPS = 0; // pointer to the ops
export const OP_COUNT = 1;
export const INPUTS = 2; // features
export const OUTPUTS = 3; // outputs
export const CAPACITY = 4; // rows that the activation buffers hold
export const LOSS = 5; // opcode
export const OPTIMIZER = 6; // opcode
export const PARAMETERS = 7; // pointer; all variables in one block
export const GRADIENTS = 8; // same shape
export const SLOTS = 9; // optimizer state: up to three blocks of that shape, one after another
export const PARAMETER_COUNT = 10; // floats in a block, padding included
export const HYPERPARAMETERS = 11; // pointer to float64 values, see optimizers.ts
export const X = 12; // training features
export const Y = 13; // training labels
export const EXAMPLES = 14;
export const BATCH_SIZE = 15;
export const BATCH_X = 16;
export const BATCH_Y = 17;
export const PERMUTATION = 18; // i32 per example
export const ORDER = 19; // random stream for the batch order, or 0 to keep the stored order
export const POSITION = 20; // examples of the current epoch already visited
export const STEP = 21; // updates done
export const SCRATCH = 22; // for gemm
export const RESULTS = 23; // float64 sums of `evaluate`: loss, correct, absolute error, squared error
export const VARIABLES = 24; // pointer to the variables
export const VARIABLE_COUNT = 25;
export const CLIP = 26; // how gradients are clipped
export const CLIP_LIMIT = 27; // float32
export const AVERAGES = 28; // moving averages of the parameters, or 0
export const AVERAGE_MOMENTUM = 29; // float32
export const LOSS_PARAMETER = 30; // float32: Huber's δ; divisor of the ½-sum (0: none, 1: rows)
export const PENALIZED = 31; // whether any variable has a penalty
export const CONSTRAINED = 32; // whether any variable has a constraint
export const GROUPS = 33; // i32 per group of four features, or 0: see selection.ts
export const GROUP_COUNT = 34; // groups kept in this pass, or 0 where all features are used
export const KEPT_X = 35; // features of the kept groups, [rows][4 · groups]
export const KEPT_GRADIENT = 36; // gradient of their weights, [4 · groups][units]
export const CODE_VALUES = 37; //   where features are stored as codes: what they stand for (codes.ts), else 0
export const CODE_STEP = 38; //     bytes from one column's values to the next's; 0 where all have the same
export const RATED = 39; // whether any variable has a learning rate of its own
/** Words of a header. */
export const SIZE = 40;
