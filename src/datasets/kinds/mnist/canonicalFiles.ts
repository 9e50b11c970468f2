/**
 * The four files of MNIST as LeCun, Cortes & Burges published them, gzipped, and what they hold. Sizes and SHA-256 of the
 * gzipped ones as in TensorFlow Datasets (url_checksums/mnist.txt), which agree with the mirrors below.
 */
export interface CanonicalFile {
  /** Of the gzipped file; without `.gz` it is that of what it holds. */
  name: string;
  /** Of the gzipped file. */
  bytes: number;
  sha256: string;
  /** SHA-256 of what it holds. */
  content: string;
  examples: number;
}

export type MnistFiles = Record<'trainImages' | 'trainLabels' | 'testImages' | 'testLabels', CanonicalFile>;

export const canonicalFiles: MnistFiles = {
  trainImages: {
    name: 'train-images-idx3-ubyte.gz',
    bytes: 9_912_422,
    sha256: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
    content: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    examples: 60_000,
  },
  trainLabels: {
    name: 'train-labels-idx1-ubyte.gz',
    bytes: 28_881,
    sha256: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
    content: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    examples: 60_000,
  },
  testImages: {
    name: 't10k-images-idx3-ubyte.gz',
    bytes: 1_648_877,
    sha256: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
    content: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    examples: 10_000,
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte.gz',
    bytes: 4_542,
    sha256: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
    content: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    examples: 10_000,
  },
};

/** Name of what a canonical file holds. */
export function contentName({ name }: CanonicalFile): string {
  return name.replace(/\.gz$/, '');
}

/** Folders that hold the four files; tried in this order. */
export const mirrors: readonly string[] = ['https://storage.googleapis.com/cvdf-datasets/mnist/', 'https://ossci-datasets.s3.amazonaws.com/mnist/'];
