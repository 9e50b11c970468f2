/**
 * What the Latin files of the typefaces lack and this handbook's words and numbers have: Greek, raised and lowered digits, arrows and
 * relations. Cut at build time from the whole typefaces, and fetched by browsers where such a sign turns up.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** Also as the `unicode-range` of the files. */
export const SIGNS = [
  'U+391-3C9',
  'U+3D1',
  'U+3D5',
  // The hyphen that does not break, ′, the thin space that does not break.
  'U+2011',
  'U+202F',
  'U+2032',
  'U+2070-208E',
  'U+2113',
  'U+2153-2154',
  'U+2190',
  'U+2192',
  'U+2202',
  'U+220F',
  'U+2211',
  'U+221A',
  'U+221E',
  'U+2248',
  'U+2260',
  'U+2264-2265',
  'U+25B6',
  'U+25C0',
  'U+25C2',
  'U+2713',
  'U+2717',
] as const;

/** Path of the small file, which is written unless it is there. `source`: the package, as `source-sans`; `face`: as `SourceSans3-Regular`. */
export async function signsOf({ cache, source, face }: { cache: string; source: string; face: string }): Promise<string> {
  const folder = fileURLToPath(new URL(`../../node_modules/${source}/`, import.meta.url));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const key = createHash('sha256')
    .update([version, ...SIGNS].join(' '))
    .digest('hex')
    .slice(0, 8);
  const file = join(cache, `${face}-${key}.woff2`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const whole = readFileSync(join(folder, 'WOFF2/TTF', `${face}.ttf.woff2`));
  writeFileSync(file, await subsetFont(whole, SIGNS.flatMap(charactersOf).join(''), { targetFormat: 'woff2', noHinting: true, noLayoutClosure: true }));
  return file;
}

function charactersOf(range: string): string[] {
  const [first = 0, last = first] = range
    .slice(2)
    .split('-')
    .map((digits) => Number.parseInt(digits, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
