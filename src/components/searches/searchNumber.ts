/** The number of a search, "3.2": its chapter's number and its place among the `<Search id="…" />` tags of that chapter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChapters } from '../../site/chapters.ts';

const TAG = /<Search\b[^>]*?\bid=(?:"([^"]+)"|'([^']+)')/g;

/** Undefined where no chapter shows the search. */
export function searchNumber(id: string, root = process.cwd()): string | undefined {
  for (const chapter of findChapters(root)) {
    const source = readFileSync(join(root, chapter.file), 'utf8');
    const place = [...new Set(Array.from(source.matchAll(TAG), (match) => match[1] ?? match[2]))].indexOf(id);
    if (place >= 0) return `${chapter.number}.${place + 1}`;
  }
  return undefined;
}
