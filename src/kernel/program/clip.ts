// How gradients are clipped.

export const NONE = 0;
export const VALUE = 1;
export const NORM = 2;
export const GLOBAL_NORM = 3;
