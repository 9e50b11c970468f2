import { gunzipSync } from 'fflate';
import { DataFileError } from '../../dataFileError.ts';

/** A gzip file ends with the checksum and the length of what it holds, 32 bits each, the lowest byte first (RFC 1952). */
const TRAILER = 8;

/**
 * Decompress a gzip file into `room`, by a library: what the platform decompresses comes in pieces that stay in memory for
 * long, and takes longer. Returns how many bytes there are. Throws a DataFileError that names the file if it is damaged, or holds more than
 * there is room for. Bytes that do not begin as gzip are copied as they are: some servers send a .gz file such that the browser
 * has decompressed it already.
 */
export function gunzipTo(room: Uint8Array<ArrayBuffer>, bytes: Uint8Array, file: string): number {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    room.set(bytes.subarray(0, room.length));
    return bytes.length;
  }
  const damaged = (cause?: unknown) => {
    const error = new DataFileError(file, `${bytes.length} bytes of gzip that end early or are damaged`, 'a complete gzip file; fetch it again');
    error.cause = cause;
    return error;
  };
  let plain: Uint8Array;
  try {
    plain = gunzipSync(bytes, { out: room });
  } catch (cause) {
    throw damaged(cause);
  }
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - TRAILER);
  const length = trailer.getUint32(4, true);
  if (plain.length !== length || crc32(plain) !== trailer.getUint32(0, true)) throw damaged();
  return length;
}

/** The checksum of gzip files (RFC 1952, 8). */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = REMAINDERS[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Of each byte, divided by the polynomial of the checksum, its bits reversed. */
const REMAINDERS = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});
