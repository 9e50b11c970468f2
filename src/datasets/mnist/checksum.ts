import { DataFileError } from '../dataFileError.ts';

/** Throws unless the SHA-256 of the file's bytes is the one expected, 64 hexadecimal digits. */
export async function verifySha256(bytes: Uint8Array<ArrayBuffer>, expected: string, file: string): Promise<void> {
  const found = await sha256(bytes);
  if (found !== expected)
    throw new DataFileError(file, `SHA-256 ${found} over ${bytes.length} bytes`, `SHA-256 ${expected}; the file is truncated or is another one`);
}

/** 64 hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
