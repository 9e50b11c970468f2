/** Numbers as base64 of their little-endian bytes: exact, and text. Runs in browsers and in Node. */
export function base64(values: Float32Array | Uint16Array | Uint32Array): string {
  const size = values.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    if (values instanceof Float32Array) view.setFloat32(i * size, value, true);
    else if (values instanceof Uint16Array) view.setUint16(i * size, value, true);
    else view.setUint32(i * size, value, true);
  });
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) text += btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  return text;
}

/** A multiple of 3, so that only the last chunk is padded. */
const CHUNK = 3 * 4096;
