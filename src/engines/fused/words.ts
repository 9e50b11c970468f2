import type { Kernel } from '../../kernel/kernel.ts';

/** Write words of a program (see kernel/program/) at `base`: integers by `words`, float32 by `reals`. */
export function writeWords(kernel: Kernel, base: number, words: Record<number, number>, reals: Record<number, number> = {}): void {
  const view = new DataView(kernel.exports.memory.buffer, base);
  for (const index in words) view.setInt32(Number(index) * 4, words[index]!, true);
  for (const index in reals) view.setFloat32(Number(index) * 4, reals[index]!, true);
}
