import { DataFileError } from '../../dataFileError.ts';

/**
 * Decompress a gzip file, by the platform. Bytes that do not begin as gzip are returned as they are: some
 * servers send a .gz file such that the browser has decompressed it already.
 */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    const error = new DataFileError(file, `${bytes.length} bytes of gzip that end early or are damaged`, 'a complete gzip file; fetch it again');
    error.cause = cause;
    throw error;
  }
}
