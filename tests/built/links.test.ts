import { describe, expect, it } from 'vitest';
import { fileAt, files, pages, pageUrl, read, site } from './built.ts';

const ids = new Map(pages.map(({ file, document }) => [file, new Set(Array.from(document.querySelectorAll('[id]'), ({ id }) => id))]));

describe.each(pages)('$file', ({ file, document }) => {
  it('links only to pages, files and anchors that exist', () => {
    const broken = addresses(document).filter((address) => {
      const url = new URL(address, pageUrl(file));
      if (url.origin !== site || !/^https?:$/.test(url.protocol)) return false;
      const target = fileAt(url);
      if (target === undefined) return true;
      const anchor = decodeURIComponent(url.hash.slice(1));
      // A hash with "=" carries the state of an experiment and names no anchor.
      return anchor !== '' && !anchor.includes('=') && target.endsWith('.html') && !ids.get(target)?.has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('has no id twice', () => {
    const all = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  it('has one first-level heading, a title, a description and its own canonical address', () => {
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.title).not.toBe('');
    expect(document.querySelector('meta[name="description"]')?.getAttribute('content')).toBeTruthy();
    if (file === '404.html') return;
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
    // A page made for frames shows what has its place elsewhere: in its chapter, if one shows it.
    if (document.querySelector('meta[name="robots"][content="noindex"]')) expect(fileAt(new URL(canonical))).toBeDefined();
    else expect(canonical).toBe(pageUrl(file).href);
  });
});

describe('the site', () => {
  it('has in its sitemap only pages that exist', () => {
    const urls = files
      .filter((file) => /^sitemap-\d+\.xml$/.test(file))
      .flatMap((file) => Array.from(read(file).matchAll(/<loc>([^<]+)<\/loc>/g), ([, url]) => url ?? ''));
    expect(urls.length).toBeGreaterThan(2);
    expect(urls.filter((url) => fileAt(new URL(url)) === undefined)).toEqual([]);
  });

  it('refers in its style sheets only to files that exist', () => {
    const broken = files
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => cssUrls(read(file)).filter((address) => !fileAt(new URL(address, pageUrl(file)))));
    expect(broken).toEqual([]);
  });
});

function addresses(document: Document): string[] {
  const found: string[] = [];
  for (const attribute of ['href', 'src', 'poster', 'component-url', 'renderer-url', 'before-hydration-url']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) found.push(element.getAttribute(attribute) ?? '');
  }
  for (const style of document.querySelectorAll('style')) found.push(...cssUrls(style.textContent));
  return found;
}

function cssUrls(css: string): string[] {
  return Array.from(css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g), ([, address]) => address ?? '').filter((address) => !/^(data:|#)/.test(address));
}
