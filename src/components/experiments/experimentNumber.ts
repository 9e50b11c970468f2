/**
 * The number of an experiment, "2.3": its chapter's number and its place among that chapter's
 * experiments, read from the `<Experiment id="…" />` tags of the chapters' sources.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChapters, type Chapter } from '../../site/chapters.ts';

const TAG = /<Experiment\b[^>]*?\bid=(?:"([^"]+)"|'([^']+)'|\{\s*["']([^"']+)["']\s*\})/g;

/** Undefined where no chapter shows the experiment. */
export function experimentNumber(id: string, root = process.cwd()): string | undefined {
  for (const chapter of findChapters(root)) {
    const place = experimentsIn(readFileSync(join(root, chapter.file), 'utf8')).indexOf(id);
    if (place >= 0) return numberOf(chapter, place);
  }
  return undefined;
}

/** Ids of the experiments that a chapter's source shows, each once, in order. Code blocks are not shown experiments. */
export function experimentsIn(source: string): string[] {
  const prose = source.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
  return [...new Set(Array.from(prose.matchAll(TAG), (match) => match[1] ?? match[2] ?? match[3] ?? ''))];
}

function numberOf(chapter: Chapter, place: number): string {
  return `${chapter.number}.${place + 1}`;
}
