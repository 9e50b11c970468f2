export { seedStream, uniform, normal, integer, shuffle } from './random';
export { exp, log, sin, cos, tanh } from './libm';
export { drawMask, addNoise } from './noise';
export { train, evaluate, predict, forward, backward } from './program';

/** Where free memory begins: everything above is handed out by the arena in kernel.ts. */
export function heapBase(): usize {
  return __heap_base;
}
