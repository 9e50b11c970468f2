/**
 * MNIST packed for the web: a manifest, and parts that grow with their place, so that a reader's browser fetches little more than
 * an experiment asks for (500 examples are about 0.1 MB, all of them 11 MB) and few files for much. A part is gzipped: the labels
 * of its examples, then their pixels. Its name has a fingerprint, so that a browser may keep it for good.
 */
import { fingerprint } from '../../../kernel/fingerprint.ts';
import { DataFileError } from '../../dataFileError.ts';
import type { DataFile, DataSource } from '../../dataSource.ts';
import { gunzipTo } from './gunzipTo.ts';
import { PIXELS, slice, type LabelledImages, type MnistImages } from './images.ts';
import { readLabels } from './readCanonical.ts';

export const MANIFEST = 'manifest.json';

/** Examples with which the first parts end; each one after them has as many as the last step. */
const ENDS = [500, 1000, 2000, 3000, 5000, 8000, 10_000, 15_000];

export interface Part extends DataFile {
  examples: number;
}

export interface Manifest {
  /** Of the form of a pack: another one has to be made anew. */
  version: 2;
  /** What the set is, for people: all of MNIST, or its test files alone. */
  title: string;
  train: Part[];
  test: Part[];
}

export type MnistSplit = 'train' | 'test';

/** The files of the pack: name → bytes. `gzip` compresses. */
export function packFiles(
  { title, train, test }: MnistImages,
  gzip: (bytes: Uint8Array) => Uint8Array,
): { manifest: Manifest; files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  const partsOf = (images: LabelledImages, split: MnistSplit) =>
    boundaries(images.labels.length).map(([start, end], index): Part => {
      const { labels, pixels } = slice(images, start, end);
      const bytes = new Uint8Array(labels.length + pixels.length);
      bytes.set(labels);
      bytes.set(pixels, labels.length);
      const packed = gzip(bytes);
      const name = `${split}-${index}-${fingerprint(bytes)}.gz`;
      files.set(name, packed);
      return { name, bytes: packed.length, examples: end - start };
    });
  return { manifest: { version: 2, title, train: partsOf(train, 'train'), test: partsOf(test, 'test') }, files };
}

/** Examples of a split. */
export function examplesIn(parts: readonly Part[]): number {
  return parts.reduce((sum, { examples }) => sum + examples, 0);
}

/** The parts that hold the first `count` examples. */
export function partsFor(parts: readonly Part[], count: number): Part[] {
  let before = 0;
  return parts.filter(({ examples }) => {
    const isNeeded = before < count;
    before += examples;
    return isNeeded;
  });
}

/** Undefined where there is no pack. Throws a DataFileError where its manifest is damaged. */
export async function readManifest(source: DataSource): Promise<Manifest | undefined> {
  const bytes = await source.read(MANIFEST);
  if (!bytes) return undefined;
  const allowed = '{"version": 2, "title": text, "train": parts, "test": parts}, as written by npm run data:mnist';
  let manifest: unknown;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new DataFileError(`${source.place}/${MANIFEST}`, 'no JSON', allowed);
  }
  if (!isManifest(manifest)) throw new DataFileError(`${source.place}/${MANIFEST}`, JSON.stringify(manifest).slice(0, 100), allowed);
  return manifest;
}

/**
 * Fill `to` with the first examples of a split, of which there must be as many. Other parts are not read; one is unpacked at a time,
 * always to the same place, because what is left of each would stay in memory for long.
 */
export async function readPacked(source: DataSource, parts: readonly Part[], to: LabelledImages): Promise<void> {
  const needed = partsFor(parts, to.labels.length);
  const reads = needed.map(({ name }) => source.read(name));
  // Each is waited for in its turn; one that fails before is not left unheard.
  for (const read of reads) read.catch(() => undefined);
  const room = new Uint8Array(Math.max(...needed.map(lengthOf)));
  let start = 0;
  for (const [index, part] of needed.entries()) {
    const bytes = unpacked(source, part, await reads[index], room);
    const used = Math.min(part.examples, to.labels.length - start);
    to.labels.set(readLabels(bytes.subarray(0, used), `${source.place}/${part.name}`), start);
    to.pixels.set(bytes.subarray(part.examples, part.examples + used * PIXELS), start * PIXELS);
    start += used;
  }
}

/** Labels and pixels of a part, in `room`. */
function unpacked(source: DataSource, part: Part, bytes: Uint8Array | undefined, room: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const file = `${source.place}/${part.name}`;
  if (!bytes) throw new DataFileError(file, 'no file', `the part that ${MANIFEST} promises; run npm run data:mnist again`);
  const length = lengthOf(part);
  const plain = gunzipTo(room.subarray(0, length), bytes, file);
  if (plain !== length) throw new DataFileError(file, `${plain} bytes`, `${length}: labels and pixels of ${part.examples} examples`);
  return room.subarray(0, length);
}

/** Bytes of a part when it is unpacked. */
function lengthOf({ examples }: Part): number {
  return examples * (1 + PIXELS);
}

/** From which example to before which each part goes. */
function boundaries(count: number): [start: number, end: number][] {
  const step = ENDS.at(-1)! - ENDS.at(-2)!;
  const list: [number, number][] = [];
  for (let start = 0; start < count; start = list.at(-1)![1]) list.push([start, Math.min(count, ENDS.find((end) => end > start) ?? start + step)]);
  return list;
}

function isManifest(value: unknown): value is Manifest {
  if (value === null || typeof value !== 'object') return false;
  const { version, title, train, test } = value as Partial<Record<keyof Manifest, unknown>>;
  return version === 2 && typeof title === 'string' && [train, test].every((parts) => Array.isArray(parts) && parts.length > 0 && parts.every(isPart));
}

function isPart(value: unknown): value is Part {
  if (value === null || typeof value !== 'object') return false;
  const { name, bytes, examples } = value as Partial<Record<keyof Part, unknown>>;
  // A name alone, so that no manifest can lead elsewhere.
  return typeof name === 'string' && /^[\w-]+\.gz$/.test(name) && [bytes, examples].every((count) => Number.isInteger(count) && Number(count) > 0);
}
