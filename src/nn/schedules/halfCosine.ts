import type { Libm } from '../../kernel/libm.ts';

/** From `from` to `to` along half a wave of the cosine, as `progress` goes from 0 to 1. */
export function halfCosine(progress: number, from: number, to: number, math: Libm): number {
  return to + ((from - to) * (1 + math.cos(Math.PI * progress))) / 2;
}
