/** The bits as a browser computes them, on a page that exists for the length of a test. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { build } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A launched browser says when it cannot be driven; a page that hangs must not hang the test. */
const PATIENCE = 60_000;

export async function bitsInBrowser(browser: 'chrome' | 'firefox', executablePath: string): Promise<string> {
  const server = await serve({
    '/': { type: 'text/html', body: '<!doctype html><meta charset="utf-8"><title>Bits</title>' },
    '/page.js': { type: 'text/javascript', body: await bundle() },
    '/kernel.wasm': { type: 'application/wasm', body: readFileSync(here('../../src/kernel/build/kernel.wasm')) },
  });
  // Chromium's sandbox cannot run as root, nor in most containers.
  const args = browser === 'chrome' && (process.getuid?.() === 0 || process.env.CI) ? ['--no-sandbox'] : [];
  const options: LaunchOptions = { browser, executablePath, args, headless: true, protocolTimeout: PATIENCE };
  const launched = await puppeteer.launch(options);
  try {
    const page = await launched.newPage();
    await page.goto(server.address);
    // As text, because the test's own transform of dynamic imports would travel with a function.
    return (await page.evaluate(`import('/page.js').then(({ bitsHere }) => bitsHere())`)) as string;
  } finally {
    await launched.close();
    server.close();
  }
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry: here('./page.ts'), formats: ['es'] } },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('The page of the test was not built.');
  return output.output[0].code;
}

async function serve(files: Record<string, { type: string; body: string | Buffer }>): Promise<{ address: string; close(): void }> {
  const server = createServer(({ url = '' }, response) => {
    const file = files[url];
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
