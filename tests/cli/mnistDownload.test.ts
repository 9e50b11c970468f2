import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadMnist } from '../../src/cli/mnist/download.ts';
import { folderSource } from '../../src/cli/mnist/folderSource.ts';
import { writePack } from '../../src/cli/mnist/writePack.ts';
import { readManifest, readPacked } from '../../src/datasets/kinds/mnist/pack.ts';
import { readCanonical } from '../../src/datasets/kinds/mnist/readCanonical.ts';
import { syntheticMnist } from '../datasets/syntheticMnist.ts';

const { files, contents } = syntheticMnist(2500, 10);
const list = Object.values(files);
let folder: string;
let servers: Server[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mnist-'));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A mirror that answers with these bytes; 404 for names that it lacks. */
async function mirror(held: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const server = createServer((request, response) => {
    const bytes = held.get((request.url ?? '').replace(/^.*\//, ''));
    response.statusCode = bytes ? 200 : 404;
    response.end(bytes);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mnist/`;
}

test('downloads each file from the first mirror that has it right, and packs them for the site', async () => {
  const damaged = new Map(contents).set(files.trainImages.name, contents.get(files.trainImages.name)!.subarray(1));
  damaged.delete(files.testLabels.name);
  const said: string[] = [];
  const [first, second] = [await mirror(damaged), await mirror(contents)];
  await downloadMnist(list, [first, second], folder, (line) => said.push(line));
  for (const { name } of list) expect(new Uint8Array(await readFile(join(folder, name)))).toEqual(new Uint8Array(contents.get(name)!));
  expect(said.map((line) => line.includes(second))).toEqual([true, false, false, true]);

  const images = (await readCanonical(folderSource(folder), files))!;
  const pack = join(folder, 'pack');
  const size = await writePack(images, pack);
  const manifest = (await readManifest(folderSource(pack)))!;
  const parts = [...manifest.train, ...manifest.test];
  expect((await readdir(pack)).sort()).toEqual(['manifest.json', ...parts.map(({ name }) => name)].sort());
  for (const { name, bytes } of parts) expect((await stat(join(pack, name))).size).toBe(bytes);
  expect(size).toBe(parts.reduce((sum, { bytes }) => sum + bytes, 0));
  const train = { labels: new Uint8Array(2500), pixels: new Uint8Array(2500 * 784) };
  await readPacked(folderSource(pack), manifest.train, train);
  expect(Buffer.compare(train.pixels, images.train.pixels)).toBe(0);
  expect(train.labels).toEqual(images.train.labels);
});

test('a file that is there and right is not fetched again; one that is wrong is', async () => {
  await writeFile(join(folder, files.testImages.name), contents.get(files.testImages.name)!);
  await writeFile(join(folder, files.testLabels.name), 'half a file');
  const said: string[] = [];
  await downloadMnist([files.testImages, files.testLabels], [await mirror(contents)], folder, (line) => said.push(line));
  expect(said[0]).toBe('t10k-images-idx3-ubyte.gz: already there');
  expect(new Uint8Array(await readFile(join(folder, files.testLabels.name)))).toEqual(new Uint8Array(contents.get(files.testLabels.name)!));
});

test('where no mirror has a file, the error says what each of them answered, and nothing is left behind', async () => {
  const wrong = new Map(contents).set(files.testImages.name, new Uint8Array(3));
  const [first, second] = [await mirror(new Map()), await mirror(wrong)];
  const failed = downloadMnist([files.testImages], [first, second], folder, () => undefined);
  await expect(failed).rejects.toThrow(`${first}t10k-images-idx3-ubyte.gz: answered 404 Not Found`);
  await expect(failed).rejects.toThrow(/found SHA-256 [0-9a-f]{64} over 3 bytes; allowed: SHA-256/);
  await expect(failed).rejects.toThrow('or use the data set "digits", which needs no files');
  expect(await readdir(folder)).toEqual([]);
});
