import { describe, expect, it } from 'vitest';
import { withFiles } from '../../../src/site/intent/islandFiles.ts';

const FILES: Record<string, string> = {
  '/b/_astro/Island.1.js':
    'import{a}from"./deep.2.js";import"./side.3.js";const load=()=>import("./menu.4.js"),edit=()=>import("./draft.14.js");new Worker(new URL(`/b/_astro/run.worker-5.js`,import.meta.url));new Worker(`/b/_astro/drawing.worker-16.js`)',
  '/b/_astro/draft.14.js': 'import"./deep.2.js";import"./schemas.15.js"',
  '/b/_astro/schemas.15.js': '/* zod */',
  '/b/_astro/deep.2.js': 'export{b}from"./deeper.6.js";',
  '/b/_astro/deeper.6.js': 'fetch(`/b/_astro/kernel.7.wasm`)',
  '/b/_astro/kernel.7.wasm': 'binary',
  '/b/_astro/side.3.js': '',
  '/b/_astro/menu.4.js': 'new Worker("/b/_astro/export.worker-8.js")',
  '/b/_astro/run.worker-5.js': 'import"./part-9.js";const tf=()=>import("./tfjs-10.js")',
  '/b/_astro/part-9.js': '',
  '/b/_astro/drawing.worker-16.js': '/* Plot */',
  '/b/_astro/tfjs-10.js': '`tfjs.11.wasm`',
  '/b/_astro/client.12.js': 'import"./side.3.js"',
  '/b/_astro/page.13.js': 'import{c}from"./side.3.js"',
};

function read(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw new Error(`There is no ${path}.`);
  return text;
}

const ISLAND = '<astro-island uid="x" component-url="/b/_astro/Island.1.js" renderer-url="/b/_astro/client.12.js" client="intent" ssr></astro-island>';

describe('the files of islands', () => {
  it('are all that is imported at once, the large ones first, WebAssembly and workers, and what every run needs later; not what comes on demand', () => {
    const html = withFiles(`<head><title>t</title></head><body>${ISLAND}${ISLAND}</body>`, read);
    const listed = /<script type="application\/json" id="island-files">(.*)<\/script><\/head>/.exec(html)?.[1];
    expect(JSON.parse(listed ?? '')).toEqual({
      '/b/_astro/Island.1.js': {
        modules: ['/b/_astro/Island.1.js', '/b/_astro/deeper.6.js', '/b/_astro/deep.2.js', '/b/_astro/client.12.js', '/b/_astro/side.3.js'],
        workers: ['/b/_astro/run.worker-5.js'],
        // The small ones before the others.
        first: ['/b/_astro/part-9.js', '/b/_astro/run.worker-5.js'],
        others: ['/b/_astro/kernel.7.wasm', '/b/_astro/drawing.worker-16.js'],
        later: ['/b/_astro/draft.14.js', '/b/_astro/schemas.15.js'],
      },
    });
    expect(html).not.toContain('modulepreload');
  });

  it('come early where they are a bundler’s few lines, for the page and for its workers', () => {
    const runtimes: Record<string, string> = {
      '/b/_astro/Island.1.js': 'import"./rolldown-runtime.2.js";new Worker(`/b/_astro/run.worker-3.js`)',
      '/b/_astro/rolldown-runtime.2.js': '',
      '/b/_astro/run.worker-3.js': 'import"./rolldown-runtime-4.js"',
      '/b/_astro/rolldown-runtime-4.js': '',
    };
    const html = withFiles(`<head></head>${ISLAND}`, (path) => runtimes[path] ?? '');
    const links = Array.from(html.matchAll(/<link rel="modulepreload" href="([^"]*)">/g), ([, href]) => href);
    expect(links.sort()).toEqual(['/b/_astro/rolldown-runtime-4.js', '/b/_astro/rolldown-runtime.2.js']);
  });

  it('leave a page without islands as it is', () => {
    expect(withFiles('<head></head><body></body>', read)).toBe('<head></head><body></body>');
  });

  it('come with announcements of what the scripts of the page itself import', () => {
    const html = withFiles('<head></head><body><script type="module" src="/b/_astro/page.13.js"></script></body>', read);
    expect(html).toContain('<head><link rel="modulepreload" href="/b/_astro/side.3.js"></head>');
  });
});
