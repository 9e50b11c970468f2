/** Puts our script of the table of contents in the place of Starlight's; markup and styles stay Starlight's. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const THEIRS = /\/TableOfContents\/starlight-toc(\.js)?$/;
const OURS = fileURLToPath(new URL('../components/starlight/tableOfContents.ts', import.meta.url));

export function lighterContents(): Plugin {
  return {
    name: 'lighter-contents',
    enforce: 'pre',
    resolveId: (source) => (THEIRS.test(source) ? OURS : undefined),
  };
}
