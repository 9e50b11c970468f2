/**
 * MNIST packed for the web: a manifest, and shards of 2,000 examples, so that a reader's browser fetches
 * no more than an experiment asks for (about 0.3 MB each). A shard is a gzipped IDX file of two dimensions,
 * [examples][1 + 784]: the label, then the pixels.
 */
import { DataFileError } from '../../dataFileError.ts';
import type { DataSource } from '../../dataSource.ts';
import { gunzip } from './gunzip.ts';
import { readIdx, writeIdx } from './idx.ts';
import { PIXELS, slice, type LabelledImages, type MnistImages } from './images.ts';
import { PACKED_ROW, readLabels } from './readCanonical.ts';

export const MANIFEST = 'manifest.json';
export const SHARD_EXAMPLES = 2000;

export interface Manifest {
  /** What the set is, for people: all of MNIST, or its test files alone. */
  title: string;
  /** Examples per split. */
  train: number;
  test: number;
}

export function shardName(split: 'train' | 'test', index: number): string {
  return `${split}-${index}.idx.gz`;
}

/** The files of the pack, not yet gzipped: name → bytes. */
export function packFiles({ title, train, test }: MnistImages): { manifest: Manifest; shards: Map<string, Uint8Array> } {
  const shards = new Map<string, Uint8Array>();
  for (const [split, images] of Object.entries({ train, test }) as ['train' | 'test', LabelledImages][]) {
    for (let start = 0; start < images.labels.length; start += SHARD_EXAMPLES) {
      const shard = slice(images, start, Math.min(start + SHARD_EXAMPLES, images.labels.length));
      const rows = new Uint8Array(shard.labels.length * PACKED_ROW);
      shard.labels.forEach((label, i) => {
        rows[i * PACKED_ROW] = label;
        rows.set(shard.pixels.subarray(i * PIXELS, (i + 1) * PIXELS), i * PACKED_ROW + 1);
      });
      shards.set(shardName(split, start / SHARD_EXAMPLES), writeIdx(rows, [shard.labels.length, PACKED_ROW]));
    }
  }
  return { manifest: { title, train: train.labels.length, test: test.labels.length }, shards };
}

/** Undefined where there is no pack. Throws a DataFileError where its manifest is damaged. */
export async function readManifest(source: DataSource): Promise<Manifest | undefined> {
  const bytes = await source.read(MANIFEST);
  if (!bytes) return undefined;
  const allowed = '{"title": text, "train": examples, "test": examples}, as written by npm run data:mnist';
  let manifest: unknown;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new DataFileError(`${source.place}/${MANIFEST}`, 'no JSON', allowed);
  }
  if (!isManifest(manifest)) throw new DataFileError(`${source.place}/${MANIFEST}`, JSON.stringify(manifest).slice(0, 100), allowed);
  return manifest;
}

/** The first `count` examples of a split; as many as there are, at most. Shards beyond them are not read. */
export async function readPacked(source: DataSource, manifest: Manifest, split: 'train' | 'test', count: number): Promise<LabelledImages> {
  const wanted = Math.min(count, manifest[split]);
  const shards = await Promise.all(Array.from({ length: Math.ceil(wanted / SHARD_EXAMPLES) }, (_, index) => readShard(source, manifest, split, index)));
  const all: LabelledImages = { labels: new Uint8Array(wanted), pixels: new Uint8Array(wanted * PIXELS) };
  shards.forEach((shard, index) => {
    const start = index * SHARD_EXAMPLES;
    const used = slice(shard, 0, Math.min(shard.labels.length, wanted - start));
    all.labels.set(used.labels, start);
    all.pixels.set(used.pixels, start * PIXELS);
  });
  return all;
}

async function readShard(source: DataSource, manifest: Manifest, split: 'train' | 'test', index: number): Promise<LabelledImages> {
  const name = shardName(split, index);
  const file = `${source.place}/${name}`;
  const bytes = await source.read(name);
  if (!bytes) throw new DataFileError(file, 'no file', `the shard that ${MANIFEST} promises; run npm run data:mnist again`);
  const examples = Math.min(SHARD_EXAMPLES, manifest[split] - index * SHARD_EXAMPLES);
  const rows = readIdx(await gunzip(new Uint8Array(bytes), file), [examples, PACKED_ROW], file);
  const shard = { labels: new Uint8Array(examples), pixels: new Uint8Array(examples * PIXELS) };
  for (let i = 0; i < examples; i++) {
    shard.labels[i] = rows[i * PACKED_ROW]!;
    shard.pixels.set(rows.subarray(i * PACKED_ROW + 1, (i + 1) * PACKED_ROW), i * PIXELS);
  }
  readLabels(shard.labels, file);
  return shard;
}

function isManifest(value: unknown): value is Manifest {
  if (value === null || typeof value !== 'object') return false;
  const { title, train, test } = value as Partial<Record<keyof Manifest, unknown>>;
  return typeof title === 'string' && Number.isInteger(train) && Number.isInteger(test) && Number(train) > 0 && Number(test) > 0;
}
