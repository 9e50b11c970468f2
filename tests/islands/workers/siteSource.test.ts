import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteSource } from '../../../src/islands/workers/siteSource.ts';

const server = createServer((request, response) => {
  response.statusCode = { '/base/data/mnist/here': 200, '/base/data/mnist/broken': 500 }[request.url ?? ''] ?? 404;
  response.end(response.statusCode === 200 ? Buffer.of(1, 2, 3) : 'some page');
});
let folder = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/data/mnist/`;
});
afterAll(() => {
  server.close();
});

test('reads the bytes of a file', async () => {
  expect(await siteSource(folder).read('here')).toEqual(Uint8Array.of(1, 2, 3));
});

test('a file that the server does not have is undefined; another answer is an error', async () => {
  expect(await siteSource(folder).read('absent')).toBeUndefined();
  await expect(siteSource(folder).read('broken')).rejects.toThrow('The server does not give out a part of this page at the moment');
});
