/** Elementary functions whose results are the same bits on every machine, unlike those of `Math`. */
import type { Kernel } from './kernel.ts';

export type Libm = Record<'exp' | 'log' | 'sin' | 'cos' | 'tanh', (x: number) => number> & {
  /** xʸ for x > 0, as e^(y ln x). */
  pow(x: number, y: number): number;
};

export function libm(kernel: Kernel): Libm {
  const { exp, log, sin, cos, tanh } = kernel.exports;
  return { exp, log, sin, cos, tanh, pow: (x, y) => exp(y * log(x)) };
}
