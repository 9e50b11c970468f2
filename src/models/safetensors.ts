/**
 * Safetensors, the format of https://github.com/huggingface/safetensors: eight bytes with the length of the
 * header (unsigned, little-endian), the header in JSON, padded with spaces to a multiple of eight bytes, then
 * the numbers of all tensors, little-endian, row-major, without gaps. Of its types we write and read F32.
 */
import { asArray, asObject, isObject, parseJson, shown } from './json.ts';
import { ModelError } from './modelError.ts';
import { sizeOf, type Tensor } from './tensors.ts';

const METADATA = '__metadata__';
/** The format's own limit, in bytes. */
const MAX_HEADER = 100_000_000;
const BYTES = 4;

export interface SafetensorsFile {
  tensors: Map<string, Tensor>;
  /** Texts by name. */
  metadata: Record<string, string>;
}

export function writeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = Object.keys(metadata).length > 0 ? { [METADATA]: metadata } : {};
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    if (name === METADATA) throw new ModelError('safetensors', `a tensor named ${METADATA}`, 'any other name');
    if (values.length !== sizeOf(shape)) throw new ModelError(name, `${values.length} numbers`, `${sizeOf(shape)}, as the shape [${shape.join(', ')}] says`);
    header[name] = { dtype: 'F32', shape, data_offsets: [end, (end += values.length * BYTES)] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(start + end).fill(SPACE, 8, start);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  bytes.set(text, 8);
  let offset = start;
  for (const { values } of tensors.values()) {
    for (const value of values) {
      view.setFloat32(offset, value, true);
      offset += BYTES;
    }
  }
  return bytes;
}

const SPACE = 0x20;

/** `file` names the bytes in messages. Throws a ModelError for anything that the format, or this reader, does not allow. */
export function readSafetensors(bytes: Uint8Array, file: string): SafetensorsFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) throw new ModelError(file, `${bytes.length} bytes`, 'eight bytes for the length of the header, then the header and the data');
  const length = Number(view.getBigUint64(0, true));
  if (length > MAX_HEADER || 8 + length > bytes.length) {
    throw new ModelError(
      file,
      `a header of ${length} bytes in a file of ${bytes.length}`,
      `a header that fits the file, of ${MAX_HEADER} bytes at most; the file is truncated or is another one`,
    );
  }
  const header = asObject(parseJson(decode(bytes.subarray(8, 8 + length), file), `${file}, header`), `${file}, header`);
  const start = 8 + length;
  const tensors = new Map<string, Tensor>();
  const spans: { name: string; begin: number; end: number }[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === METADATA) continue;
    const { shape, begin, end } = readEntry(value, `${file}, tensor ${name}`, bytes.length - start);
    spans.push({ name, begin, end });
    tensors.set(name, { shape, values: Float32Array.from({ length: (end - begin) / BYTES }, (_, i) => view.getFloat32(start + begin + i * BYTES, true)) });
  }
  requireNoGaps(spans, bytes.length - start, file);
  return { tensors, metadata: readMetadata(header[METADATA], file) };
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ModelError(`${file}, header`, 'bytes that are no text', 'JSON in UTF-8');
  }
}

function readEntry(value: unknown, where: string, available: number): { shape: number[]; begin: number; end: number } {
  const { dtype, shape, data_offsets: offsets } = asObject(value, where);
  if (dtype !== 'F32') throw new ModelError(`${where}, dtype`, shown(dtype), '"F32", numbers of 32 bits');
  const sizes = asArray(shape, `${where}, shape`);
  if (!sizes.every(isCount)) throw new ModelError(`${where}, shape`, shown(shape), 'whole numbers from 0');
  const [begin, end] = asArray(offsets, `${where}, data_offsets`);
  if (!isCount(begin) || !isCount(end) || begin > end || end > available) {
    throw new ModelError(`${where}, data_offsets`, shown(offsets), `[begin, end] with 0 ≤ begin ≤ end ≤ ${available}, the bytes of data in the file`);
  }
  const bytes = sizeOf(sizes) * BYTES;
  if (end - begin !== bytes) throw new ModelError(`${where}, data_offsets`, `${end - begin} bytes`, `${bytes}, as the shape [${sizes.join(', ')}] says`);
  return { shape: sizes, begin, end };
}

/** The format has the tensors fill the data, without gaps and without sharing bytes. */
function requireNoGaps(spans: { name: string; begin: number; end: number }[], available: number, file: string): void {
  let end = 0;
  for (const span of spans.sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (span.begin !== end)
      throw new ModelError(`${file}, tensor ${span.name}, data_offsets`, `a begin of ${span.begin}`, `${end}, where the tensor before it ends`);
    end = span.end;
  }
  if (end !== available) throw new ModelError(file, `${available} bytes of data`, `${end}, which its tensors take`);
}

function readMetadata(value: unknown, file: string): Record<string, string> {
  if (value === undefined) return {};
  const where = `${file}, ${METADATA}`;
  if (!isObject(value)) throw new ModelError(where, shown(value), 'an object of texts');
  const wrong = Object.entries(value).find(([, text]) => typeof text !== 'string');
  if (wrong) throw new ModelError(`${where}, ${wrong[0]}`, shown(wrong[1]), 'a text');
  return value as Record<string, string>;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
