// Words of an op.

export const KIND = 0;
export const IN = 1; // pointer to a matrix
export const OUT = 2;
export const IN_WIDTH = 3;
export const OUT_WIDTH = 4;
export const DELTA_OUT = 5; // gradient of the loss with respect to OUT
export const DELTA_IN = 6; // … to IN, or 0 where nobody needs it; the same buffer unless the op is dense
export const KERNEL = 7; // dense: weights [inputs][units padded]; normalization: γ
export const BIAS = 8; // dense: bias; normalization: β
export const KERNEL_GRADIENT = 9;
export const BIAS_GRADIENT = 10;
export const OPCODE = 11; // activation
export const A = 12; // float32 hyperparameter
export const B = 13; // float32 hyperparameter
export const AUXILIARY = 14; // dropout: mask; normalization: normalized values
export const STATISTICS = 15; // batch normalization: running mean, running variance, 1/deviation; layer normalization: 1/deviation per row
export const STREAM = 16; // random stream
export const RECTIFY = 17; // dense: 1 where it applies relu to its sums itself, as it stores them
export const IN_RECTIFIED = 18; // dense: 1 where IN comes from such a layer, so that DELTA_IN takes relu's derivative, too
export const BIAS_CANCELLED = 19; // dense: 1 where batch normalization takes the bias away again, whose gradient is then zero
export const SIZE = 20;
