/** MNIST from its canonical files; from the two test files alone where the training files are absent. */
import { DataFileError } from '../../dataFileError.ts';
import type { DataSource } from '../../dataSource.ts';
import { canonicalFiles, contentName, type CanonicalFile, type MnistFiles } from './canonicalFiles.ts';
import { verifySha256 } from './checksum.ts';
import { gunzip } from './gunzip.ts';
import { readIdx } from './idx.ts';
import { divideTestImages, FULL_TITLE, interleaveHalves, SIDE, type LabelledImages, type MnistImages } from './images.ts';

/**
 * Undefined where there are no test files. A file that is there is checked against its SHA-256, its dimensions
 * and its range: throws a DataFileError that names it. `files`: those looked for.
 */
export async function readCanonical(source: DataSource, files: MnistFiles = canonicalFiles): Promise<MnistImages | undefined> {
  const train = await readPair(source, files.trainImages, files.trainLabels);
  const test = await readPair(source, files.testImages, files.testLabels);
  if (!test) return undefined;
  const mixed = interleaveHalves(test);
  return train ? { title: FULL_TITLE, train, test: mixed } : divideTestImages(mixed);
}

async function readPair(source: DataSource, images: CanonicalFile, labels: CanonicalFile): Promise<LabelledImages | undefined> {
  const [imageBytes, labelBytes] = await Promise.all([content(source, images), content(source, labels)]);
  if (!imageBytes && !labelBytes) return undefined;
  if (!imageBytes || !labelBytes) {
    const [there, missing] = imageBytes ? [images.name, labels.name] : [labels.name, images.name];
    throw new DataFileError(`${source.place}/${missing}`, 'no file', `the file that belongs to ${there}`);
  }
  return {
    pixels: readIdx(imageBytes, [images.examples, SIDE, SIDE], images.name),
    labels: readLabels(readIdx(labelBytes, [labels.examples], labels.name), labels.name),
  };
}

/** What the file holds: from the gzipped file, or from one that is not. */
async function content(source: DataSource, file: CanonicalFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const packed = await source.read(file.name);
  if (packed) {
    const own = new Uint8Array(packed);
    verifySha256(own, file.sha256, `${source.place}/${file.name}`);
    return gunzip(own, file.name);
  }
  const plain = await source.read(contentName(file));
  if (!plain) return undefined;
  verifySha256(plain, file.content, `${source.place}/${contentName(file)}`);
  return new Uint8Array(plain);
}

/** Throws unless every label is a digit. */
export function readLabels<Labels extends Uint8Array>(labels: Labels, file: string): Labels {
  const wrong = labels.findIndex((label) => label > 9);
  if (wrong >= 0) throw new DataFileError(file, `the label ${labels[wrong]!} at example ${wrong}`, 'a digit from 0 to 9');
  return labels;
}
