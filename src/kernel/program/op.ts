// What an op does.

export const DENSE = 0;
export const ACTIVATION = 1;
export const DROPOUT = 2;
export const GAUSSIAN_NOISE = 3;
export const BATCH_NORMALIZATION = 4;
export const LAYER_NORMALIZATION = 5;
export const ACTIVITY_REGULARIZER = 6;
