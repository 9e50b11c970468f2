import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { folderSource } from '../../../../src/cli/mnist/folderSource.ts';
import { cachedPackage } from '../../../../src/cli/mnist/npmPackage.ts';
import { DOWNLOADS } from '../../../../src/cli/mnist/places.ts';
import { DataMissingError } from '../../../../src/datasets/dataMissingError.ts';
import { numbersOf } from '../../../../src/datasets/dataset.ts';
import type { DataSource } from '../../../../src/datasets/dataSource.ts';
import { createExamples, filesOf, findDataset, loadExamples } from '../../../../src/datasets/index.ts';
import { writeIdx } from '../../../../src/datasets/kinds/mnist/idx.ts';
import type { LabelledImages } from '../../../../src/datasets/kinds/mnist/images.ts';
import { MANIFEST, packFiles, readManifest, readPacked, type MnistSplit } from '../../../../src/datasets/kinds/mnist/pack.ts';
import { readCanonical } from '../../../../src/datasets/kinds/mnist/readCanonical.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';
import { sourceOf, syntheticMnist } from '../../syntheticMnist.ts';

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

  test('may be what the gzipped ones hold, which is checked by a checksum of its own', async () => {
    const { files, contents } = syntheticMnist(30, 10);
    const plain = new Map<string, Uint8Array>([...contents].map(([name, bytes]) => [name.replace('.gz', ''), gunzipSync(bytes)]));
    expect(await readCanonical(sourceOf(plain), files)).toEqual(await readCanonical(sourceOf(contents), files));
    plain.set('t10k-labels-idx1-ubyte', new Uint8Array(18));
    await expect(readCanonical(sourceOf(plain), files)).rejects.toThrow(`allowed: SHA-256 ${files.testLabels.content}`);
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
  const pack = packFiles(images, gzipSync);
  const packed = new Map<string, Uint8Array>([[MANIFEST, new TextEncoder().encode(JSON.stringify(pack.manifest))], ...pack.files]);
  const names = pack.manifest.train.map(({ name }) => name);

  async function read(source: DataSource, split: MnistSplit, count: number): Promise<LabelledImages> {
    const to = { labels: new Uint8Array(count), pixels: new Uint8Array(count * 784) };
    await readPacked(source, (await readManifest(source))![split], to);
    return to;
  }

  test('parts grow with their place, and say how large they are', () => {
    const { manifest } = pack;
    expect(manifest).toMatchObject({ version: 2, title: 'MNIST' });
    expect(manifest.train.map(({ examples }) => examples)).toEqual([500, 500, 1000, 1000, 1500]);
    expect(manifest.test.map(({ examples }) => examples)).toEqual([500, 500, 1000, 1]);
    for (const { name, bytes } of [...manifest.train, ...manifest.test]) expect(packed.get(name)!.length).toBe(bytes);
    // Beyond the first ones, all are of one size.
    const many = packFiles({ ...images, train: { labels: new Uint8Array(60_000), pixels: new Uint8Array(60_000 * 784) } }, () => new Uint8Array(1));
    expect(many.manifest.train.map(({ examples }) => examples)).toEqual([500, 500, 1000, 1000, 2000, 3000, 2000, ...new Array<number>(10).fill(5000)]);
  });

  test('holds the same examples, and only the parts that are needed are read', async () => {
    for (const [split, count] of [
      ['train', 4500],
      ['test', 2001],
    ] as const) {
      const all = await read(sourceOf(packed), split, count);
      expect(all.labels).toEqual(images[split].labels);
      expect(Buffer.compare(all.pixels, images[split].pixels)).toBe(0);
    }
    for (const [count, parts] of [
      [1, 1],
      [500, 1],
      [501, 2],
      [2001, 4],
    ] as const) {
      const few = sourceOf(packed);
      expect((await read(few, 'train', count)).labels).toEqual(images.train.labels.slice(0, count));
      expect(few.reads).toEqual([MANIFEST, ...names.slice(0, parts)]);
    }
  });

  test('which files will be read is known before, and how large they are', async () => {
    const source = sourceOf(packed);
    const listed = await filesOf({ name: 'mnist', examples: 600, testExamples: 10 }, source);
    expect(source.reads).toEqual([MANIFEST]);
    const { train, test } = pack.manifest;
    expect(listed).toEqual([train[0], train[1], test[0]]);
    await loadExamples({ name: 'mnist', examples: 600, testExamples: 10 }, kernel, 1, source);
    expect(source.reads.slice(2).sort()).toEqual(listed.map(({ name }) => name).sort());
    await expect(filesOf({ name: 'mnist', examples: 5000, testExamples: 10 }, source)).rejects.toThrow('there are 4500');
    await expect(filesOf({ name: 'mnist', examples: 10, testExamples: 10 }, sourceOf(new Map()))).rejects.toThrow('MNIST is not at hand');
    expect(await filesOf({ name: 'digits', examples: 600 }, source)).toEqual([]);
  });

  test('what was read last alone stays at hand', async () => {
    const source = sourceOf(packed);
    const [few, more] = [10, 20].map((examples) => ({ name: 'mnist', examples, testExamples: 10 }));
    const first = await loadExamples(few!, kernel, 1, source);
    expect(await loadExamples(few!, kernel, 2, source)).toBe(first);
    await loadExamples(more!, kernel, 1, source);
    const again = await loadExamples(few!, kernel, 1, source);
    expect(again).not.toBe(first);
    expect(again.y).toEqual(first.y);
  });

  test('the data set scales pixels to [0, 1], puts the test examples last, and reads a source once for one choice', async () => {
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
      'a part that is missing',
      (files: Map<string, Uint8Array>) => files.delete(names[1]!),
      `the test/${names[1]}: found no file; allowed: the part that manifest.json promises`,
    ],
    [
      'a truncated part',
      (files: Map<string, Uint8Array>) => files.set(names[1]!, files.get(names[1]!)!.subarray(0, 100)),
      `the test/${names[1]}: found 100 bytes of gzip that end early or are damaged`,
    ],
    [
      'a part of another split',
      (files: Map<string, Uint8Array>) => files.set(names[1]!, files.get(pack.manifest.test[3]!.name)!),
      `the test/${names[1]}: found 785 bytes; allowed: 392500: labels and pixels of 500 examples.`,
    ],
    [
      'a manifest that is no JSON',
      (files: Map<string, Uint8Array>) => files.set(MANIFEST, new TextEncoder().encode('<html>')),
      'the test/manifest.json: found no JSON; allowed: {"version": 2, "title": text',
    ],
    [
      'a manifest of something else',
      (files: Map<string, Uint8Array>) => files.set(MANIFEST, new TextEncoder().encode('{"train":-1}')),
      'the test/manifest.json: found {"train":-1}; allowed: {"version": 2, "title": text',
    ],
    [
      'a manifest that leads elsewhere',
      (files: Map<string, Uint8Array>) =>
        files.set(MANIFEST, new TextEncoder().encode(JSON.stringify({ ...pack.manifest, train: [{ name: '../other.gz', bytes: 1, examples: 5000 }] }))),
      'the test/manifest.json: found {"version":2',
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
const source = folder ? folderSource(folder) : await cachedPackage(DOWNLOADS);
if (!source) console.warn('Tests on MNIST itself are left out: it is not at hand. Run npm run data:mnist.');

describe.skipIf(!source)('MNIST itself', () => {
  test('the first labels of the test file are 7, 2, 1, 0, 4, as is well known; its classes have the published sizes', async () => {
    const images = (await readCanonical(source!))!;
    const halves = images.title === 'MNIST' ? [...images.test.labels] : [...images.train.labels, ...images.test.labels];
    expect(halves.filter((_, i) => i % 2 === 0).slice(0, 5)).toEqual([7, 2, 1, 0, 4]);
    const sizes = Array.from({ length: 10 }, (_, digit) => halves.filter((label) => label === digit).length);
    // Frequencies of the digits among the 10,000 test labels.
    expect(sizes).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  });

  test('the defaults of the data set fit the test files alone', async () => {
    const examples = await loadExamples({ name: 'mnist', examples: 8000, testExamples: 2000 }, kernel, 1, source!);
    expect(examples.y.length).toBe(10_000);
    expect(new Set(examples.y).size).toBe(10);
  });
});
