/**
 * IDX, the format of MNIST's files: two zero bytes, a byte for the type of the values (8: unsigned byte), a
 * byte for the number of dimensions, the sizes as 32-bit big-endian integers, and the values, the last
 * dimension fastest.
 */
import { DataFileError } from '../../dataFileError.ts';

const UNSIGNED_BYTE = 8;

/**
 * Values of an IDX file of unsigned bytes. `sizes`: what each dimension must be.
 * Throws a DataFileError for another type, number of dimensions or size, and for a file of another length.
 */
export function readIdx(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[], file: string): Uint8Array<ArrayBuffer> {
  const start = 4 + 4 * sizes.length;
  const magic = UNSIGNED_BYTE * 256 + sizes.length;
  if (bytes.length < start) throw new DataFileError(file, `${bytes.length} bytes`, `an IDX file, whose header alone has ${start} bytes`);
  const header = new DataView(bytes.buffer, bytes.byteOffset, start);
  const found = header.getUint32(0);
  if (found !== magic) throw new DataFileError(file, `the magic number ${hex(found)}`, `${hex(magic)}, unsigned bytes in ${sizes.length} dimensions`);
  const dimensions = sizes.map((_, i) => header.getUint32(4 + 4 * i));
  if (dimensions.some((size, i) => size !== sizes[i])) throw new DataFileError(file, `dimensions ${dimensions.join(' × ')}`, sizes.join(' × '));
  const values = bytes.subarray(start);
  const count = sizes.reduce((product, size) => product * size, 1);
  if (values.length !== count) throw new DataFileError(file, `${values.length} values`, `${count}, as its dimensions ${sizes.join(' × ')} say`);
  return values;
}

/** The bytes of an IDX file. */
export function writeIdx(values: Uint8Array, sizes: readonly number[]): Uint8Array<ArrayBuffer> {
  const start = 4 + 4 * sizes.length;
  const bytes = new Uint8Array(start + values.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, UNSIGNED_BYTE * 256 + sizes.length);
  sizes.forEach((size, i) => header.setUint32(4 + 4 * i, size));
  bytes.set(values, start);
  return bytes;
}

function hex(magic: number): string {
  return `0x${magic.toString(16).padStart(8, '0')}`;
}
