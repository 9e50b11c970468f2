/**
 * Takes one selector out of Starlight's styles. `ul:has(> li > :not(…))` makes the browser restyle the whole page
 * each time an element comes or goes anywhere in it: 15 to 25 ms for every drawing of a live figure. What the selector asks for is
 * already implied by the rest of its rule, which is about list items that end with a block.
 */
import type { Plugin } from 'vite';

const FILE = '/@astrojs/starlight/dist/style/markdown.css';
const SEARCH = /:has\(> li > :not\([^)]*\)\)/;

export function lighterStyles(): Plugin {
  return {
    name: 'lighter-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]!.endsWith(FILE)) return undefined;
      if (!SEARCH.test(code)) throw new Error(`${FILE} no longer has the selector that src/site/starlight/lighterStyles.ts takes out: is it still needed?`);
      return code.replace(SEARCH, '');
    },
  };
}
