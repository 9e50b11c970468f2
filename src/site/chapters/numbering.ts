/**
 * The numbers of what chapters show: experiments ("Experiment 2.3"), searches ("Search 6.1") and figures ("Figure 2.1"). The first part is the
 * chapter's number, the second the place among the chapter's tags of that kind, read from the chapters' sources.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChapters, type Chapter } from './chapters.ts';

export type Numbered = 'Experiment' | 'Search' | 'Figure';

export interface Place {
  chapter: Chapter;
  /** "2.3" */
  number: string;
}

/** Where `<Kind id="…" />` stands; undefined where no chapter has it. `root` is the project's folder. */
export function placeOf(kind: Numbered, id: string, root = process.cwd()): Place | undefined {
  return allPlaces(kind, root).get(id);
}

/** What a build reads once; while chapters are being written, and in tests, it changes. */
const known = new Map<string, Map<string, Place>>();

/** Every id of a kind with its first place, in the order of the book. */
export function allPlaces(kind: Numbered, root = process.cwd()): Map<string, Place> {
  const key = `${kind} ${root}`;
  const places = known.get(key) ?? readPlaces(kind, root);
  if (import.meta.env.PROD) known.set(key, places);
  return places;
}

function readPlaces(kind: Numbered, root: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const chapter of findChapters(root)) {
    const ids = idsIn(kind, readFileSync(join(root, chapter.file), 'utf8'));
    for (const [index, id] of ids.entries()) if (!places.has(id)) places.set(id, { chapter, number: `${chapter.number}.${index + 1}` });
  }
  return places;
}

/** Ids of the tags of a kind in a chapter's source, each once, in order. What stands in code blocks or comments is not shown. A drawing is a figure. */
export function idsIn(kind: Numbered, source: string): string[] {
  const start = kind === 'Figure' ? String.raw`<(?:Figure\b[^>]*?\bid|Drawing\b[^>]*?\bname)` : String.raw`<${kind}\b[^>]*?\bid`;
  const tag = new RegExp(String.raw`${start}=(?:"([^"]+)"|'([^']+)'|\{\s*["']([^"']+)["']\s*\})`, 'g');
  const prose = source.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
  return [...new Set(Array.from(prose.matchAll(tag), (match) => match[1] ?? match[2] ?? match[3] ?? ''))];
}
