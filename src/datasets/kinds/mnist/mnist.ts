/**
 * MNIST (LeCun, Bottou, Bengio & Haffner 1998): handwritten digits of 28 × 28 pixels, from files that the
 * site serves itself or that lie in a folder. The training examples are the first of the training file; the
 * test examples are taken alternately from the two halves of the test file (see mnist/images.ts).
 */
import { CODES, type CodedRows } from '../../../kernel/coded.ts';
import type { DataFile, DataSource } from '../../dataSource.ts';
import { DataMissingError } from '../../dataMissingError.ts';
import type { Dataset, Examples, Options } from '../../dataset.ts';
import { copyFirst, PIXELS, SIDE } from './images.ts';
import { examplesIn, partsFor, readManifest, readPacked, type MnistSplit } from './pack.ts';
import { readCanonical } from './readCanonical.ts';

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
    coded: true,
    testExamples: options['testExamples']!,
  }),
  create() {
    throw new DataMissingError('mnist', 'MNIST lies in files, which have to be loaded before they can be used.', 'digits');
  },
  load,
  files,
};

/**
 * From a pack, if the source has one, or from the canonical files. Throws a DataMissingError where there is
 * neither, or too few examples; a DataFileError where a file is damaged.
 */
async function load(options: Options, source: DataSource): Promise<Examples<CodedRows>> {
  const shape = mnist.shape(options);
  const wanted = wantedOf(options);
  const manifest = await readManifest(source);
  const canonical = manifest ? undefined : await readCanonical(source);
  const title = (manifest ?? canonical)?.title;
  if (title === undefined) throw missing(source);
  const codes = new Uint8Array(shape.examples * PIXELS);
  const y = new Float64Array(shape.examples);
  for (const split of SPLITS) {
    requireEnough(source, title, split, manifest ? examplesIn(manifest[split]) : canonical![split].labels.length, wanted[split]);
    const start = split === 'train' ? 0 : wanted.train;
    const to = { labels: new Uint8Array(wanted[split]), pixels: codes.subarray(start * PIXELS, (start + wanted[split]) * PIXELS) };
    if (manifest) await readPacked(source, manifest[split], to);
    else copyFirst(canonical![split], to);
    y.set(to.labels, start);
  }
  return { ...shape, x: { codes, columns: PIXELS, values: SHADES }, y, title };
}

/** Which files of a pack hold the examples asked for. Throws as `load` does where there is no pack, or too little in it. */
async function files(options: Options, source: DataSource): Promise<DataFile[]> {
  const manifest = await readManifest(source);
  if (!manifest) throw missing(source);
  const wanted = wantedOf(options);
  return SPLITS.flatMap((split) => {
    requireEnough(source, manifest.title, split, examplesIn(manifest[split]), wanted[split]);
    return partsFor(manifest[split], wanted[split]);
  });
}

const SPLITS: readonly MnistSplit[] = ['train', 'test'];

/** What a pixel's byte stands for: from 0, paper, to 1, ink. */
const SHADES = Float32Array.from({ length: CODES }, (_, shade) => shade / 255);

const HOW = 'Run npm run data:mnist, which downloads it, or set MNIST_DIR to a folder with its files.';

function wantedOf(options: Options): Record<MnistSplit, number> {
  return { train: options['examples']!, test: options['testExamples']! };
}

function missing({ place, remedy = HOW }: DataSource): DataMissingError {
  return new DataMissingError('mnist', `MNIST is not at hand: there is none in ${place}. ${remedy}`, 'digits');
}

function requireEnough({ place, remedy = HOW }: DataSource, title: string, split: MnistSplit, there: number, asked: number): void {
  if (there >= asked) return;
  throw new DataMissingError('mnist', `${asked} ${split} examples of MNIST are asked for, but there are ${there} in ${place} (${title}). ${remedy}`, 'digits');
}
