/** Packing MNIST for the site. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { MnistImages } from '../../datasets/kinds/mnist/images.ts';
import { MANIFEST, packFiles } from '../../datasets/kinds/mnist/pack.ts';

/** Replaces the contents of `folder`; returns the size of the pack in bytes. The manifest comes last: a pack that has one is complete. */
export async function writePack(images: MnistImages, folder: string): Promise<number> {
  const { manifest, files } = packFiles(images, (bytes) => gzipSync(bytes));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let size = 0;
  for (const [name, bytes] of files) {
    size += bytes.length;
    await writeFile(join(folder, name), bytes);
  }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest)}\n`);
  return size;
}
