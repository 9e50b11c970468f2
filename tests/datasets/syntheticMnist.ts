/** Files in MNIST's format with made-up contents, and sources that hold them. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { DataSource } from '../../src/datasets/dataSource.ts';
import type { CanonicalFile, MnistFiles } from '../../src/datasets/kinds/mnist/canonicalFiles.ts';
import { writeIdx } from '../../src/datasets/kinds/mnist/idx.ts';

/** Picture i of `train` has all its pixels at i % 256 and the label i % 10; those of `test` are offset by 100. */
export function syntheticMnist(train: number, test: number): { files: MnistFiles; contents: Map<string, Uint8Array> } {
  const contents = new Map<string, Uint8Array>();
  const add = (name: string, examples: number, bytes: Uint8Array): CanonicalFile => {
    const packed = gzipSync(bytes);
    contents.set(name, packed);
    return { name, bytes: packed.length, sha256: sha256(packed), content: sha256(bytes), examples };
  };
  const images = (count: number, offset: number) =>
    writeIdx(
      Uint8Array.from({ length: count * 784 }, (_, i) => (Math.floor(i / 784) + offset) % 256),
      [count, 28, 28],
    );
  const labels = (count: number, offset: number) =>
    writeIdx(
      Uint8Array.from({ length: count }, (_, i) => (i + offset) % 10),
      [count],
    );
  return {
    contents,
    files: {
      trainImages: add('train-images-idx3-ubyte.gz', train, images(train, 0)),
      trainLabels: add('train-labels-idx1-ubyte.gz', train, labels(train, 0)),
      testImages: add('t10k-images-idx3-ubyte.gz', test, images(test, 100)),
      testLabels: add('t10k-labels-idx1-ubyte.gz', test, labels(test, 100)),
    },
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function sourceOf(contents: ReadonlyMap<string, Uint8Array>, place = 'the test'): DataSource & { reads: string[] } {
  const reads: string[] = [];
  return {
    place,
    reads,
    read: (name) => {
      reads.push(name);
      return Promise.resolve(contents.get(name));
    },
  };
}
