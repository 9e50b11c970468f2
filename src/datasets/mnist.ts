/**
 * MNIST (LeCun, Bottou, Bengio & Haffner 1998): handwritten digits of 28 × 28 pixels, from files that the
 * site serves itself or that lie in a folder. The training examples are the first of the training file; the
 * test examples are taken alternately from the two halves of the test file (see mnist/images.ts).
 */
import { CODES, type CodedRows } from '../kernel/coded.ts';
import type { DataSource } from './dataSource.ts';
import { DataMissingError } from './dataMissingError.ts';
import type { Dataset, Examples, Options } from './dataset.ts';
import { PIXELS, SIDE, slice, type LabelledImages, type MnistImages } from './mnist/images.ts';
import { readManifest, readPacked } from './mnist/pack.ts';
import { readCanonical } from './mnist/readCanonical.ts';

export const mnist: Dataset = {
  name: 'mnist',
  title: 'MNIST',
  summary: 'Handwritten digits of 28 × 28 pixels; 60,000 for training and 10,000 for testing.',
  task: 'classification',
  options: {
    examples: {
      kind: 'number',
      description: 'number of training examples (for training and validation)',
      default: 8000,
      min: 10,
      max: 60_000,
      integer: true,
      scale: 'log',
    },
    testExamples: { kind: 'number', description: 'number of test examples', default: 2000, min: 10, max: 10_000, integer: true, scale: 'log' },
  },
  references: ['lecun1998mnist'],
  featureNames: Array.from({ length: PIXELS }, (_, pixel) => `pixel ${Math.floor(pixel / SIDE) + 1}, ${(pixel % SIDE) + 1}`),
  labelName: 'digit',
  real: true,
  shape: (options) => ({
    task: 'classification',
    examples: options['examples']! + options['testExamples']!,
    features: PIXELS,
    classes: 10,
    labels: 1,
    image: { width: SIDE, height: SIDE },
    testExamples: options['testExamples']!,
  }),
  create() {
    throw new DataMissingError('mnist', 'MNIST lies in files, which have to be loaded before they can be used.', 'digits');
  },
  load,
};

/**
 * From a pack, if the source has one, or from the canonical files. Throws a DataMissingError where there is
 * neither, or too few examples; a DataFileError where a file is damaged.
 */
async function load(options: Options, source: DataSource): Promise<Examples<CodedRows>> {
  const shape = mnist.shape(options);
  const wanted = { train: options['examples']!, test: options['testExamples']! };
  const { title, train, test } = await readImages(source, wanted);
  for (const [split, images] of Object.entries({ train, test }) as ['train' | 'test', LabelledImages][]) {
    const [there, asked] = [images.labels.length, wanted[split]];
    if (there < asked)
      throw new DataMissingError(
        'mnist',
        `${asked} ${split} examples of MNIST are asked for, but there are ${there} in ${source.place} (${title}). ${source.remedy ?? HOW}`,
        'digits',
      );
  }
  const codes = new Uint8Array(shape.examples * PIXELS);
  const y = new Float64Array(shape.examples);
  for (const [images, start] of [
    [slice(train, 0, wanted.train), 0],
    [slice(test, 0, wanted.test), wanted.train],
  ] as const) {
    codes.set(images.pixels, start * PIXELS);
    y.set(images.labels, start);
  }
  return { ...shape, x: { codes, columns: PIXELS, values: SHADES }, y, title };
}

/** What a pixel's byte stands for: from 0, paper, to 1, ink. */
const SHADES = Float32Array.from({ length: CODES }, (_, shade) => shade / 255);

const HOW = 'Run npm run data:mnist, which downloads it, or set MNIST_DIR to a folder with its files.';

async function readImages(source: DataSource, wanted: Record<'train' | 'test', number>): Promise<MnistImages> {
  const manifest = await readManifest(source);
  if (manifest) {
    const [train, test] = await Promise.all([readPacked(source, manifest, 'train', wanted.train), readPacked(source, manifest, 'test', wanted.test)]);
    return { title: manifest.title, train, test };
  }
  const images = await readCanonical(source);
  if (!images) throw new DataMissingError('mnist', `MNIST is not at hand: there is none in ${source.place}. ${source.remedy ?? HOW}`, 'digits');
  return images;
}
