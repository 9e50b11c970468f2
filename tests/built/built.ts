/** The built site, as the tests of this folder see it: files of dist/, and what the base path makes of an address. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';
import { address } from '../../src/site/address.ts';

export const { base, site } = address(process.env);

const dist = join(import.meta.dirname, '../../dist');
if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no built site in dist/. Run: npm run build');

export interface Page {
  /** Path in dist/, for example `glossary/index.html`. */
  file: string;
  html: string;
  document: Document;
}

/** All files, with forward slashes. */
export const files: string[] = globSync('**/*', { cwd: dist, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .split(sep)
      .join('/'),
  )
  .sort();

export const pages: Page[] = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = read(file);
    let document: Document | undefined;
    return {
      ...{ file, html },
      // Not all tests look into all pages.
      get document() {
        return (document ??= parseHTML(html).document);
      },
    };
  });

const known = new Set(files);

export function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

export function bytes(file: string): Buffer {
  return readFileSync(join(dist, file));
}

/** The absolute address of a page. */
export function pageUrl(file: string): URL {
  return new URL(base + file.replace(/(^|\/)index\.html$/, '$1'), site);
}

/** The file that the server gives for an address of this site; undefined if it is none, or outside the base path. */
export function fileAt(url: URL): string | undefined {
  if (!url.pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return known.has(file) ? file : undefined;
}
