import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, fileAt, pages, pageUrl, read, type Page } from './built.ts';

/** Limits of what a page loads before the reader does anything, in bytes after gzip. */
const LIMITS = { script: 30_000, style: 40_000 };

describe.each(pages)('$file', (page) => {
  it(`loads less than ${LIMITS.script / 1000} kB of script until the reader shows intent`, () => {
    const inline = Array.from(page.document.querySelectorAll('script:not([src])'))
      .filter((script) => !script.getAttribute('type')?.includes('json'))
      .map((script) => gzipSync(script.textContent).length);
    expect(sum([...weights(initialScripts(page)), ...inline])).toBeLessThan(LIMITS.script);
  });

  it(`loads less than ${LIMITS.style / 1000} kB of style`, () => {
    const sheets = Array.from(page.document.querySelectorAll('link[rel="stylesheet"]'), (link) => resolve(page.file, link.getAttribute('href')));
    const inline = Array.from(page.document.querySelectorAll('style'), (style) => gzipSync(style.textContent).length);
    expect(sum([...weights(sheets), ...inline])).toBeLessThan(LIMITS.style);
  });
});

/** Scripts that load by themselves: those of the page, and those of islands that do not wait for intent; with all that they import. */
function initialScripts({ file, document }: Page): Set<string> {
  const roots = [
    ...Array.from(document.querySelectorAll('script[src]'), (script) => script.getAttribute('src')),
    ...Array.from(document.querySelectorAll('link[rel="modulepreload"]'), (link) => link.getAttribute('href')),
    ...Array.from(document.querySelectorAll('astro-island:not([client="intent"])'), (island) =>
      ['component-url', 'renderer-url', 'before-hydration-url'].map((name) => island.getAttribute(name)),
    ).flat(),
  ];
  const loaded = new Set<string>();
  const queue = roots.filter((root) => root !== null && root !== '').map((root) => resolve(file, root));
  for (let script = queue.pop(); script !== undefined; script = queue.pop()) {
    if (loaded.has(script)) continue;
    loaded.add(script);
    for (const path of staticImports(read(script))) queue.push(resolve(script, path));
  }
  return loaded;
}

/** What a bundled module imports at once: `import … from "./x.js"`, `import "./x.js"`, `export … from "./x.js"`; not `import("./x.js")`. */
function staticImports(code: string): string[] {
  return Array.from(code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g), ([, path]) => path ?? '');
}

function resolve(from: string, address: string | null): string {
  const file = fileAt(new URL(address ?? '', pageUrl(from)));
  if (file === undefined) throw new Error(`${from} loads ${String(address)}, which does not exist.`);
  return file;
}

function weights(files: Iterable<string>): number[] {
  return Array.from(new Set(files), weight);
}

/** Many pages load the same files. */
const weighed = new Map<string, number>();

function weight(file: string): number {
  const known = weighed.get(file) ?? gzipSync(bytes(file)).length;
  weighed.set(file, known);
  return known;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
