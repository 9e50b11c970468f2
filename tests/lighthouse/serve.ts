/** The built site as GitHub Pages serves it: over HTTP/2, under the base path, text compressed, cached for ten minutes. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { address } from '../../src/site/address.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.xml', '.txt', '.svg', '.wasm']);

/** Serves `folder` on a free port of this machine, with a certificate of its own making. Returns the address of its front page, and the server to be closed. */
export async function serve(folder: string): Promise<{ url: string; server: Http2SecureServer }> {
  const { base } = address(process.env);
  const server = createSecureServer(certificate(), (request, response) => {
    const { pathname } = new URL(request.url, 'https://localhost');
    const file = fileOf(folder, base, decodeURIComponent(pathname));
    const type = file && extname(file);
    const body = readFileSync(file ?? join(folder, '404.html'));
    const compressed = COMPRESSED.has(type ?? '.html');
    response.writeHead(file ? 200 : 404, {
      'content-type': TYPES[type ?? '.html'] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...(compressed && { 'content-encoding': 'gzip' }),
    });
    response.end(compressed ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('The server has no port.');
  return { url: `https://127.0.0.1:${place.port}${base}`, server };
}

function fileOf(folder: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = join(folder, normalize(`/${pathname.slice(base.length)}`));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(file) ? file : undefined;
}

/** Browsers speak HTTP/2 only with a certificate. Throws where there is no `openssl`. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'fully-connected-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  try {
    const wanted = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert];
    execFileSync('openssl', wanted, { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch (cause) {
    throw new Error('A certificate could not be made: the command "openssl" is needed.', { cause });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
