/**
 * KaTeX's typefaces in two files each: one of 2 to 14 kB with what formulas are mostly made of, and the whole one of up to 28 kB, which a
 * browser fetches when another character turns up.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const WHOLE = fileURLToPath(new URL('../../../node_modules/katex/dist/fonts/', import.meta.url));
const STYLES = '/katex/dist/katex-swap.min.css';
const FACE = /@font-face\{[^}]*?url\((fonts\/[\w-]+\.woff2)\)[^}]*\}/g;
/** Every browser that runs our kernel reads woff2. */
const OLDER_FORMATS = /,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g;

type Range = readonly [first: number, last: number];

/** Letters, digits, Greek, accents, operators, arrows and delimiters; U+200B is in every fraction, and a glyph of it in no file. */
const MOSTLY: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xaf, 0xb7],
  [0xd7, 0xd7],
  [0x2c6, 0x2dc],
  [0x300, 0x30c],
  [0x391, 0x3f5],
  [0x200b, 0x200b],
  [0x2022, 0x2032],
  [0x2113, 0x2113],
  [0x2190, 0x2192],
  [0x21a6, 0x21a6],
  [0x2200, 0x222b],
  [0x223c, 0x2248],
  [0x2260, 0x226b],
  [0x2299, 0x2299],
  [0x22a4, 0x22a5],
  [0x22c5, 0x22ef],
  [0x2308, 0x230b],
  [0x27e8, 0x27e9],
  // KaTeX's own place for the stroke of ≠.
  [0xe020, 0xe020],
];
const SELDOM = MOSTLY.map(([, last], index): Range => [last + 1, (MOSTLY[index + 1]?.[0] ?? 0x110000) - 1]);
const TEXT = MOSTLY.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))).join('');

/** `cache`: a folder for the small files. */
export function mathFonts({ cache }: { cache: string }): Plugin {
  // A site is built in several passes.
  let written: Promise<void> | undefined;
  return {
    name: 'math-fonts',
    enforce: 'pre',
    buildStart: () => (written ??= writeSmall(cache)),
    transform(styles, id) {
      const file = id.split('?')[0]!;
      if (!file.endsWith(STYLES)) return undefined;
      if (styles.search(FACE) < 0) throw new Error(`${file} no longer has the rules that src/site/fonts/mathFonts.ts looks for.`);
      const toCache = relative(dirname(file), cache);
      return styles.replaceAll(FACE, (rule: string, font: string) => {
        const whole = rule.replaceAll(OLDER_FORMATS, '');
        return ranged(whole, SELDOM) + ranged(whole.replace(font, `${toCache}/${basename(font)}`), MOSTLY);
      });
    },
  };
}

async function writeSmall(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(WHOLE)) {
    if (!name.endsWith('.woff2')) continue;
    await writeFile(join(cache, name), await subsetFont(await readFile(join(WHOLE, name)), TEXT, { targetFormat: 'woff2', noHinting: true }));
  }
}

function ranged(rule: string, ranges: readonly Range[]): string {
  const range = ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join();
  return rule.replace(/\}$/, `;unicode-range:${range}}`);
}
