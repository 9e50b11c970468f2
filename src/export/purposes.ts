/** A program that trains every arm with every seed and writes a tidy table. */
import type { Purpose } from './exportProgram.ts';
import { mainCode } from './python/program.ts';

export function training(name: string): Purpose {
  return { name, cells: ({ id, form }) => [{ code: mainCode(id, form) }] };
}
