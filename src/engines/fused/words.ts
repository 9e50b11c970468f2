import type { Kernel } from '../../kernel/kernel.ts';

/** Write words of a program (see kernel/program/) at `base`: integers by `words`, float32 by `reals`. */
export function writeWords(kernel: Kernel, base: number, words: Record<number, number>, reals: Record<number, number> = {}): void {
  for (const index in words) kernel.i32(base + Number(index) * 4, 1)[0] = words[index]!;
  for (const index in reals) kernel.f32(base + Number(index) * 4, 1)[0] = reals[index]!;
}
