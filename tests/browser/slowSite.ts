/**
 * The built site on a network like a phone's: every answer comes after a round trip, all of them share one link, text is compressed and may
 * be kept for ten minutes, and may be read from anywhere, as GitHub Pages says. HTTP/1.1, so that a browser asks for six files at a time.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { address } from '../../src/site/address.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** Bytes in a millisecond. */
const BANDWIDTH = 1000;

export interface Weather {
  /** Milliseconds of a round trip. */
  latency: number;
  /** Most that a file may be later than that, in milliseconds, each by a share of its own. */
  disorder?: number;
  /** Of the shares. */
  seed?: number;
  /** Files that are answered with 503. */
  broken?: RegExp;
  /** Files that are answered with 404, as after a new version was published. */
  gone?: RegExp;
  /** Files of which something else comes. */
  damaged?: RegExp;
}

export interface SlowSite {
  /** Of the front page. */
  url: string;
  /** From now on; and what was asked for is counted from here. */
  turn(weather: Weather): void;
  /** Files asked for since then. */
  asked(): string[];
  close(): void;
}

const DAMAGED = gzipSync('<p>Something else</p>');

const folder = join(import.meta.dirname, '../../dist');
const { base } = address(process.env);
const bodies = new Map<string, Buffer | undefined>();

export async function openSlowSite(): Promise<SlowSite> {
  let weather: Weather = { latency: 0 };
  let asked: string[] = [];
  /** When the link has sent what was given to it. */
  let free = 0;
  const server = createServer(({ url = '' }, response) => {
    const now = performance.now();
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(base.length);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = weather.broken?.test(file) ? 503 : weather.gone?.test(file) ? 404 : weather.damaged?.test(file) ? DAMAGED : (bodyOf(file) ?? 404);
    const late = weather.latency + (weather.disorder ?? 0) * share(file, weather.seed ?? 0);
    asked.push(file);
    free = Math.max(now + late, free) + (typeof body === 'number' ? 0 : body.length / BANDWIDTH);
    setTimeout(() => send(response, file, body), free - now);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${place.port}${base}`,
    turn(next) {
      weather = next;
      asked = [];
    },
    asked: () => asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A share from 0 to 1 that is a file's own: FNV-1a of its name. */
function share(file: string, seed: number): number {
  let hash = 2166136261 ^ seed;
  for (const character of file) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return (hash >>> 0) / 2 ** 32;
}

/** Compressed, but for what is so already. */
function bodyOf(file: string): Buffer | undefined {
  if (!bodies.has(file)) bodies.set(file, readBody(file));
  return bodies.get(file);
}

function readBody(file: string): Buffer | undefined {
  try {
    const content = readFileSync(join(folder, file));
    return extname(file) === '.woff2' ? content : gzipSync(content);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, file: string, body: Buffer | number): void {
  if (typeof body === 'number') return void response.writeHead(body, { 'access-control-allow-origin': '*' }).end();
  const type = extname(file);
  const encoding = type === '.woff2' ? {} : { 'content-encoding': 'gzip' };
  response
    .writeHead(200, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      'access-control-allow-origin': '*',
      ...encoding,
    })
    .end(body);
}
