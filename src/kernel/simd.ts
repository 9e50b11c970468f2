/** The smallest module with a vector in it: (func (result v128) (i8x16.splat (i32.const 0))). */
// prettier-ignore
const MODULE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

let known: boolean | undefined;

/** Whether WebAssembly has vectors here, which networks of the kernel need, and random streams do not. */
export function hasSimd(): boolean {
  return (known ??= typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(MODULE)));
}
