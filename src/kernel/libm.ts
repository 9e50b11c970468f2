/** Elementary functions whose results are the same bits on every machine, unlike those of `Math`. */
import type { Kernel } from './kernel.ts';

export type Libm = Record<'exp' | 'log' | 'sin' | 'cos' | 'tanh', (x: number) => number> & { pow(x: number, y: number): number };

export function libm(kernel: Kernel): Libm {
  const { exp, log, sin, cos, tanh, pow } = kernel.exports;
  return { exp, log, sin, cos, tanh, pow };
}
