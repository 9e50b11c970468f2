/** Matrices in kernel memory: [rows][width padded to a multiple of 4], float32, padding zero. */
import type { Kernel } from '../../kernel/kernel.ts';

/** Next multiple of 4. */
export function pad(width: number): number {
  return (width + 3) & ~3;
}

/** Bytes of a matrix. */
export function bytesOf(rows: number, width: number): number {
  return rows * pad(width) * 4;
}

/** Copy packed values [rows][width] into a matrix. */
export function writeMatrix(kernel: Kernel, to: number, values: Float32Array, rows: number, width: number): void {
  const stride = pad(width);
  const view = kernel.f32(to, rows * stride);
  if (stride === width) view.set(values);
  else for (let r = 0; r < rows; r++) for (let c = 0; c < width; c++) view[r * stride + c] = values[r * width + c]!;
}

/** Copy a matrix out, packed to [rows][width]. */
export function readMatrix(kernel: Kernel, from: number, rows: number, width: number): Float32Array {
  const stride = pad(width);
  const view = kernel.f32(from, rows * stride);
  const values = new Float32Array(rows * width);
  for (let r = 0; r < rows; r++) for (let c = 0; c < width; c++) values[r * width + c] = view[r * stride + c]!;
  return values;
}

/** Allocate a matrix and copy packed values into it. */
export function placeMatrix(kernel: Kernel, values: Float32Array, rows: number, width: number): number {
  const pointer = kernel.allocate(bytesOf(rows, width));
  writeMatrix(kernel, pointer, values, rows, width);
  return pointer;
}
