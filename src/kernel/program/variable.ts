// Words of a variable: one kernel, bias, γ or β.

export const POINTER = 0;
export const GRADIENT = 1;
export const ROWS = 2;
export const WIDTH = 3;
export const L1 = 4; // float32
export const L2 = 5; // float32
export const CONSTRAINT = 6;
export const C0 = 7; // float32: limit, or least norm
export const C1 = 8; // float32: greatest norm
export const C2 = 9; // float32: rate
export const RATE = 10; // float32: the learning rate of this variable as a multiple of the network's
export const SIZE = 12;
