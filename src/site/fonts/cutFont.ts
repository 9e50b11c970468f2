import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/cut-fonts', import.meta.url));

/**
 * Path of a file with the characters of `ranges` (as of `unicode-range`) alone, which is written unless it is there. `whole` is a path
 * in node_modules. With `features`, ligatures and other forms of the characters, such as digits of one width, come along.
 */
export async function cutFont(whole: string, ranges: readonly string[], { features }: { features: boolean }): Promise<string> {
  const bytes = readFileSync(fileURLToPath(new URL(`../../../node_modules/${whole}`, import.meta.url)));
  const key = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([ranges, features]))
    .digest('hex')
    .slice(0, 8);
  const file = join(CACHE, `${basename(whole).split('.')[0]}-${key}.woff2`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, await subsetFont(bytes, ranges.flatMap(charactersOf).join(''), { targetFormat: 'woff2', noHinting: true, noLayoutClosure: !features }));
  return file;
}

function charactersOf(range: string): string[] {
  const [first = 0, last = first] = range
    .slice(2)
    .split('-')
    .map((digits) => Number.parseInt(digits, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
