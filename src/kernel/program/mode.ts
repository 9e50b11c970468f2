// What a forward pass is for.

/** Dropout and noise off, running statistics. */
export const EVALUATE = 0;
/** Dropout and noise on, statistics of the batch, running statistics follow. */
export const TRAIN = 1;
/** Dropout and noise off, statistics of the batch, nothing follows: for gradients that are only looked at. */
export const PROBE = 2;
