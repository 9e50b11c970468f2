export { seedStream, uniform, normal, integer, shuffle } from './random';
export { exp, log, sin, cos, tanh, pow } from './libm';
export { train, evaluate, predict } from './program';

/** Where free memory begins: everything above is handed out by the arena in kernel.ts. */
export function heapBase(): usize {
  return __heap_base;
}
