/** Numbers as base64 of their little-endian bytes: exact, and text. Runs in browsers and in Node. */
import { strFromU8 } from 'fflate';

/** In the order of bytes that WebAssembly has, and every machine that runs it well. */
export function base64(values: Float32Array | Uint16Array | Uint32Array): string {
  const latin1 = true;
  return btoa(strFromU8(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), latin1));
}
