import { describe, expect, it } from 'vitest';
import { files, pages, pageUrl, read, site } from './built.ts';

/** Elements that load what they name, unlike a link that the reader may follow. */
const LOADING =
  'script[src], img[src], iframe[src], video[src], audio[src], source[src], embed[src], link[rel~="stylesheet"], link[rel~="preload"], link[rel~="modulepreload"], link[rel~="preconnect"], link[rel~="icon"]';

describe.each(pages)('$file', ({ file, document }) => {
  it('loads nothing from another site', () => {
    const foreign = Array.from(document.querySelectorAll(LOADING), (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '').filter(
      (address) => !address.startsWith('data:') && new URL(address, pageUrl(file)).origin !== site,
    );
    expect(foreign).toEqual([]);
  });
});

describe('style sheets', () => {
  it('load nothing from another site', () => {
    const foreign = [...files.filter((file) => file.endsWith('.css')).map(read), ...pages.map(({ html }) => html)].flatMap((css) =>
      Array.from(css.matchAll(/(?:url\(|@import)\s*["']?((?:https?:)?\/\/[^"')\s]+)/g), ([, address]) => address),
    );
    expect(foreign).toEqual([]);
  });
});
