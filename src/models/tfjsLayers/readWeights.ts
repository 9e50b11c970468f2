/** The weights of a TensorFlow.js model, by name. */
import { asArray, asObject, shown } from '../json.ts';
import { ModelError } from '../modelError.ts';
import { sizeOf, type Tensor } from '../tensors.ts';

/** `files`: bytes of the binary files by the names that the manifest gives. Throws a ModelError. */
export function readWeights(manifest: unknown, files: ReadonlyMap<string, Uint8Array>): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  asArray(manifest, 'weightsManifest').forEach((group, index) => {
    const where = `weightsManifest.${index}`;
    const { paths, weights } = asObject(group, where);
    const bytes = concatenate(asArray(paths, `${where}.paths`).map((path) => fileOf(path, files, where)));
    const view = new DataView(bytes.buffer);
    let offset = 0;
    for (const weight of asArray(weights, `${where}.weights`)) {
      const { name, shape, dtype, quantization } = asObject(weight, `${where}.weights`);
      if (typeof name !== 'string') throw new ModelError(`${where}.weights, name`, shown(name), 'a text');
      if (dtype !== 'float32' || quantization !== undefined)
        throw new ModelError(name, quantization === undefined ? `numbers of type ${shown(dtype)}` : 'quantized numbers', 'float32, not quantized');
      const sizes = asArray(shape, `${name}, shape`);
      if (!sizes.every((size): size is number => Number.isSafeInteger(size) && Number(size) >= 0))
        throw new ModelError(`${name}, shape`, shown(shape), 'whole numbers from 0');
      const count = sizeOf(sizes);
      if (offset + 4 * count > bytes.length)
        throw new ModelError(
          name,
          `${bytes.length - offset} bytes left in ${paths as string}`,
          `${4 * count}, as the shape [${sizes.join(', ')}] says; the file is truncated or is another one`,
        );
      const start = offset;
      tensors.set(name, { shape: sizes, values: Float32Array.from({ length: count }, (_, i) => view.getFloat32(start + 4 * i, true)) });
      offset += 4 * count;
    }
    if (offset !== bytes.length) throw new ModelError(where, `${bytes.length} bytes in its files`, `${offset}, as the shapes of its weights say`);
  });
  return tensors;
}

function fileOf(path: unknown, files: ReadonlyMap<string, Uint8Array>, where: string): Uint8Array {
  const bytes = typeof path === 'string' ? (files.get(path) ?? files.get(path.replace(/^.*\//, ''))) : undefined;
  if (!bytes)
    throw new ModelError(
      `${where}.paths`,
      `${shown(path)}, which is not among the files`,
      `one of ${[...files.keys()].map(shown).join(', ') || 'no files at all'}`,
    );
  return bytes;
}

function concatenate(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
