/** Puts a script of ours in the place of that of Starlight's table of contents; markup and styles stay Starlight's. */
import type { Plugin } from 'vite';

const THEIRS = /\/TableOfContents\/starlight-toc(\.js)?$/;

/** `ours`: the file that comes instead. */
export function lighterContents({ ours }: { ours: string }): Plugin {
  return {
    name: 'lighter-contents',
    enforce: 'pre',
    resolveId: (source) => (THEIRS.test(source) ? ours : undefined),
  };
}
