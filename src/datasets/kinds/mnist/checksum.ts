import { sha256Of } from '../../../kernel/fingerprint.ts';
import { DataFileError } from '../../dataFileError.ts';

/** Throws unless the SHA-256 of the file's bytes is the one expected, 64 hexadecimal digits. */
export function verifySha256(bytes: Uint8Array, expected: string, file: string): void {
  const found = sha256Of(bytes);
  if (found !== expected)
    throw new DataFileError(file, `SHA-256 ${found} over ${bytes.length} bytes`, `SHA-256 ${expected}; the file is truncated or is another one`);
}
