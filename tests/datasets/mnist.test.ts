import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { folderSource } from '../../src/cli/mnist/folderSource.ts';
import { DataMissingError } from '../../src/datasets/dataMissingError.ts';
import { numbersOf } from '../../src/datasets/dataset.ts';
import { createExamples, findDataset, loadExamples } from '../../src/datasets/index.ts';
import { canonicalFiles } from '../../src/datasets/mnist/canonicalFiles.ts';
import { writeIdx } from '../../src/datasets/mnist/idx.ts';
import { MANIFEST, packFiles, readManifest, readPacked } from '../../src/datasets/mnist/pack.ts';
import { readCanonical } from '../../src/datasets/mnist/readCanonical.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { sourceOf, syntheticMnist } from './syntheticMnist.ts';

const kernel = await loadKernel();

describe('canonical files', () => {
  test('give the training examples in their order and the test examples from both halves in turn', async () => {
    const { files, contents } = syntheticMnist(30, 10);
    const images = (await readCanonical(sourceOf(contents), files))!;
    expect(images.title).toBe('MNIST');
    expect([...images.train.labels]).toEqual(Array.from({ length: 30 }, (_, i) => i % 10));
    expect([0, 784, 29 * 784].map((i) => images.train.pixels[i])).toEqual([0, 1, 29]);
    // Rows 0, 5, 1, 6, … of ten.
    const order = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
    expect([...images.test.labels]).toEqual(order);
    order.forEach((row, i) => expect(images.test.pixels[i * 784]).toBe(100 + row));
  });

  test('without the training files, eight tenths of the test files train, and the title says so', async () => {
    const { files, contents } = syntheticMnist(30, 10);
    contents.delete(files.trainImages.name);
    contents.delete(files.trainLabels.name);
    const images = (await readCanonical(sourceOf(contents), files))!;
    expect(images.title).toBe('MNIST test files only: 8,000 for training, 2,000 for testing');
    expect([[...images.train.labels], [...images.test.labels]]).toEqual([
      [0, 5, 1, 6, 2, 7, 3, 8],
      [4, 9],
    ]);
  });

  test('a file whose partner is absent is an error that names both', async () => {
    const { files, contents } = syntheticMnist(30, 10);
    contents.delete(files.testLabels.name);
    await expect(readCanonical(sourceOf(contents), files)).rejects.toThrow(
      'the test/t10k-labels-idx1-ubyte.gz: found no file; allowed: the file that belongs to t10k-images-idx3-ubyte.gz.',
    );
  });

  test('a truncated file, and one with another checksum, are errors that name it', async () => {
    const { files, contents } = syntheticMnist(30, 10);
    const { name, sha256 } = files.trainImages;
    const truncated = contents.get(name)!.subarray(0, 20);
    await expect(readCanonical(sourceOf(new Map(contents).set(name, truncated)), files)).rejects.toThrow(
      `allowed: SHA-256 ${sha256}; the file is truncated or is another one`,
    );
    await expect(readCanonical(sourceOf(contents))).rejects.toThrow(
      /^the test\/train-images-idx3-ubyte\.gz: found SHA-256 [0-9a-f]{64} over \d+ bytes; allowed: SHA-256 440fcabf/,
    );
  });

  test('a label that is no digit is named with its example', async () => {
    const { files, contents } = syntheticMnist(30, 10);
    const bytes = gzipSync(writeIdx(Uint8Array.of(0, 1, 2, 3, 11, 5, 6, 7, 8, 9), [10]));
    const testLabels = { ...files.testLabels, sha256: createHash('sha256').update(bytes).digest('hex') };
    await expect(readCanonical(sourceOf(new Map(contents).set(testLabels.name, bytes)), { ...files, testLabels })).rejects.toThrow(
      't10k-labels-idx1-ubyte.gz: found the label 11 at example 4; allowed: a digit from 0 to 9.',
    );
  });
});

describe('the pack', async () => {
  const { files, contents } = syntheticMnist(4500, 2001);
  const images = (await readCanonical(sourceOf(contents), files))!;
  const { manifest, shards } = packFiles(images);
  const packed = new Map<string, Uint8Array>([[MANIFEST, new TextEncoder().encode(JSON.stringify(manifest))]]);
  for (const [name, bytes] of shards) packed.set(name, gzipSync(bytes));

  test('holds the same examples, and only the shards that are needed are read', async () => {
    const source = sourceOf(packed);
    const read = (await readManifest(source))!;
    expect(read).toEqual({ title: 'MNIST', train: 4500, test: 2001 });
    expect(await readPacked(source, read, 'train', 4500)).toEqual(images.train);
    expect(await readPacked(source, read, 'test', 2001)).toEqual(images.test);
    const few = sourceOf(packed);
    expect((await readPacked(few, read, 'train', 2001)).labels).toEqual(images.train.labels.slice(0, 2001));
    expect(few.reads).toEqual(['train-0.idx.gz', 'train-1.idx.gz']);
  });

  test('the data set scales pixels to [0, 1], puts the test examples last, and reads a source once', async () => {
    const source = sourceOf(packed);
    const choice = { name: 'mnist', examples: 3000, testExamples: 500 };
    const examples = await loadExamples(choice, kernel, 1, source);
    expect(examples).toMatchObject({ examples: 3500, testExamples: 500, features: 784, classes: 10, image: { width: 28, height: 28 }, title: 'MNIST' });
    expect([...examples.y]).toEqual([...images.train.labels.slice(0, 3000), ...images.test.labels.slice(0, 500)]);
    const x = numbersOf(examples.x);
    expect(x[784 * 255]).toBe(1);
    expect(x[784 * 51]).toBeCloseTo(0.2, 7);
    expect(x[784 * 3000]).toBe(Math.fround(images.test.pixels[0]! / 255));
    const reads = source.reads.length;
    expect(await loadExamples(choice, kernel, 2, source)).toBe(examples);
    expect(source.reads.length).toBe(reads);
  });

  test('asking for more than there is says how many there are, and offers digits', async () => {
    const asked = loadExamples({ name: 'mnist', examples: 5000, testExamples: 500 }, kernel, 1, sourceOf(packed));
    await expect(asked).rejects.toThrow('5000 train examples of MNIST are asked for, but there are 4500 in the test (MNIST).');
    await expect(asked).rejects.toMatchObject({ name: 'DataMissingError', dataset: 'mnist', offer: 'digits' });
  });

  test.each([
    [
      'a shard that is missing',
      (files: Map<string, Uint8Array>) => files.delete('train-1.idx.gz'),
      'the test/train-1.idx.gz: found no file; allowed: the shard that manifest.json promises',
    ],
    [
      'a truncated shard',
      (files: Map<string, Uint8Array>) => files.set('train-1.idx.gz', files.get('train-1.idx.gz')!.subarray(0, 100)),
      'the test/train-1.idx.gz: found 100 bytes of gzip that end early or are damaged',
    ],
    [
      'a shard of another split',
      (files: Map<string, Uint8Array>) => files.set('train-1.idx.gz', files.get('test-1.idx.gz')!),
      'the test/train-1.idx.gz: found dimensions 1 × 785; allowed: 2000 × 785.',
    ],
    [
      'a manifest that is no JSON',
      (files: Map<string, Uint8Array>) => files.set(MANIFEST, new TextEncoder().encode('<html>')),
      'the test/manifest.json: found no JSON; allowed: {"title": text',
    ],
    [
      'a manifest of something else',
      (files: Map<string, Uint8Array>) => files.set(MANIFEST, new TextEncoder().encode('{"train":-1}')),
      'the test/manifest.json: found {"train":-1}; allowed: {"title": text',
    ],
  ])('%s is named', async (_, harm, message) => {
    const harmed = new Map(packed);
    harm(harmed);
    await expect(loadExamples({ name: 'mnist', examples: 3000, testExamples: 500 }, kernel, 1, sourceOf(harmed))).rejects.toThrow(message);
  });
});

test('where there are no files, the error says so and offers digits; a later attempt looks again', async () => {
  const contents = new Map<string, Uint8Array>();
  const source = sourceOf(contents);
  const choice = { name: 'mnist', examples: 8, testExamples: 2 };
  const missing = loadExamples(choice, kernel, 1, source);
  await expect(missing).rejects.toBeInstanceOf(DataMissingError);
  await expect(missing).rejects.toThrow(
    'MNIST is not at hand: there is none in the test. Run npm run data:mnist, which downloads it, or set MNIST_DIR to a folder with its files. The data set "digits" needs no files.',
  );
  const reads = source.reads.length;
  await expect(loadExamples(choice, kernel, 1, source)).rejects.toThrow('not at hand');
  expect(source.reads.length).toBeGreaterThan(reads);
  expect(() => createExamples(choice, kernel, 1)).toThrow(DataMissingError);
  // The set that is offered is there.
  expect(findDataset('digits').load).toBeUndefined();
});

const folder = process.env['MNIST_DIR'];
if (!folder) console.warn('Tests on MNIST itself are left out: MNIST_DIR is not set to a folder with its files.');

describe.skipIf(!folder)('MNIST itself (MNIST_DIR)', () => {
  test('the test files have the pinned sizes and checksums', () => {
    for (const { name, bytes, sha256 } of [canonicalFiles.testImages, canonicalFiles.testLabels]) {
      const file = readFileSync(join(folder!, name));
      expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([bytes, sha256]);
    }
  });

  test('the first labels of the test file are 7, 2, 1, 0, 4, as is well known; its classes have the published sizes', async () => {
    const images = (await readCanonical(folderSource(folder!)))!;
    const halves = images.title === 'MNIST' ? [...images.test.labels] : [...images.train.labels, ...images.test.labels];
    expect(halves.filter((_, i) => i % 2 === 0).slice(0, 5)).toEqual([7, 2, 1, 0, 4]);
    const sizes = Array.from({ length: 10 }, (_, digit) => halves.filter((label) => label === digit).length);
    // Frequencies of the digits among the 10,000 test labels.
    expect(sizes).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  });

  test('the defaults of the data set fit the test files alone', async () => {
    const examples = await loadExamples({ name: 'mnist', examples: 8000, testExamples: 2000 }, kernel, 1, folderSource(folder!));
    expect(examples.y.length).toBe(10_000);
    expect(new Set(examples.y).size).toBe(10);
  });
});
