/**
 * `npm run data:mnist`: downloads MNIST's canonical files into data/mnist, or takes those of the folder that
 * MNIST_DIR names, and packs them into public/data/mnist, from where the site serves them. Where MNIST_DIR
 * has the test files alone, the pack is made of these, and says so.
 */
import { canonicalFiles, mirrors } from '../datasets/kinds/mnist/canonicalFiles.ts';
import { readCanonical } from '../datasets/kinds/mnist/readCanonical.ts';
import { downloadMnist } from './mnist/download.ts';
import { folderSource } from './mnist/folderSource.ts';
import { DOWNLOADS, PACK } from './mnist/places.ts';
import { writePack } from './mnist/writePack.ts';

// An empty one is none.
const given = process.env['MNIST_DIR'] === '' ? undefined : process.env['MNIST_DIR'];

try {
  if (!given) await downloadMnist(Object.values(canonicalFiles), mirrors, DOWNLOADS, say);
  const folder = given ?? DOWNLOADS;
  const images = await readCanonical(folderSource(folder));
  if (!images) throw new Error(`MNIST_DIR is ${folder}, which has no ${canonicalFiles.testImages.name}; allowed: a folder with MNIST's gzipped files.`);
  const size = await writePack(images, PACK);
  say(`${images.title}: ${images.train.labels.length} training and ${images.test.labels.length} test examples, packed into ${(size / 1e6).toFixed(1)} MB.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function say(line: string): void {
  console.log(line);
}
