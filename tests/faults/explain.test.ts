/** What a reader is told of errors of the browser's own. Messages are those of Chromium, Firefox and Safari. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askFor, readFrom } from '../../src/faults/askFor.ts';
import { explain, explainWorker } from '../../src/faults/explain.ts';
import { Fault } from '../../src/faults/fault.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer(({ url: path = '' }, response) => {
    const status = Number(path.slice(1));
    response.writeHead(status, { 'content-type': 'application/json' }).end(status === 200 ? '<html>' : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const kindOf = (error: unknown) => (error instanceof Fault ? error.kind : undefined);
const failing = (promise: Promise<unknown>) => promise.then(() => undefined, kindOf);

test('a file that does not come: no answer, not there any more, not at the moment, not what it should be', async () => {
  expect(await failing(askFor('http://127.0.0.1:1/'))).toBe('network');
  expect(await failing(askFor(`${url}/404`))).toBe('renewed');
  expect(await failing(askFor(`${url}/410`))).toBe('renewed');
  expect(await failing(askFor(`${url}/503`))).toBe('server');
  expect(await failing(readFrom(`${url}/200`, (response) => response.json()))).toBe('damaged');
  expect(await failing(askFor(`${url}/200`))).toBeUndefined();
});

test('what the caller breaks off is no fault', async () => {
  const stopped = await askFor(`${url}/200`, { signal: AbortSignal.abort() }).catch((error: unknown) => error);
  expect((stopped as Error).name).toBe('AbortError');
});

test('a module that did not come is asked for again, to learn why', async () => {
  const ofModule = (path: string) => explain(new TypeError(`Failed to fetch dynamically imported module: ${path}`));
  expect(kindOf(await ofModule(`${url}/404`))).toBe('renewed');
  expect(kindOf(await ofModule(`${url}/503`))).toBe('server');
  expect(kindOf(await ofModule('http://127.0.0.1:1/menu.js'))).toBe('network');
  expect(kindOf(await explain(new TypeError(`error loading dynamically imported module: ${url}/404`)))).toBe('renewed');
  // Nothing is known of the address: a reload brings what belongs together.
  expect(kindOf(await explain(new TypeError('Importing a module script failed.')))).toBe('renewed');
});

test.each([
  ['WebAssembly.Memory.grow(): Maximum memory size exceeded', 'memory'],
  ['failed to grow memory', 'memory'],
  ['Array buffer allocation failed', 'memory'],
  ['WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance', 'memory'],
  ['Invalid array length', undefined],
])('memory: %s', async (message, kind) => {
  const explained = await explain(new RangeError(message));
  expect(kindOf(explained)).toBe(kind);
  if (!kind) expect(explained.message).toBe(message);
});

test('a worker: what it threw is not for readers, and no memory is', async () => {
  expect((await explainWorker({ message: 'Uncaught TypeError: x is undefined' })).kind).toBe('worker');
  expect((await explainWorker({ message: 'Uncaught RangeError: Out of memory' })).kind).toBe('memory');
  expect((await explainWorker({ message: '' })).kind).toBe('worker');
});

test('each sentence says what to do, and names no address, number or error of an engine', () => {
  for (const kind of ['network', 'renewed', 'server', 'damaged', 'worker', 'memory', 'simd', 'frame'] as const) {
    const { message } = new Fault(kind, `https://example.org/_astro/x.js: 404`);
    expect(message, kind).toMatch(/^[A-Z][^.!?]*\.$/);
    expect(message, kind).toMatch(/\b(reload|try again|open)\b/);
    expect(message, kind).not.toMatch(/https?:|\d|Error|undefined/);
  }
});
