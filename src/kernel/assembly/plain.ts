// What every engine needs of the kernel, without vectors: for browsers that have no SIMD.

export { seedStream, uniform, normal, integer, shuffle } from './random';
export { exp, log, sin, cos, tanh } from './libm';
export { drawMask, addNoise } from './noise';

/** As in index.ts. */
export function heapBase(): usize {
  return __heap_base;
}
