/**
 * The chapters in reading order, from the files:
 *
 *   content/chapters/3-training/1-batch-size-and-epochs.mdx
 *                    └ part ──┘ └ place in the part
 *
 * The numbers in file names only order; a chapter's own number is its place in the whole book, and
 * its address is the `slug` of its frontmatter, which never changes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Chapter {
  /** Place in the book, from 1. */
  number: number;
  title: string;
  description: string;
  slug: string;
  part: string;
  /** Path from the project's root, with forward slashes. */
  file: string;
}

const FOLDER = 'content/chapters';
const NUMBERED = /^(\d+)-(.+)$/;

/** All chapters. `root` is the project's folder. Throws, naming the file, where a name or its frontmatter is not as above. */
export function findChapters(root: string): Chapter[] {
  const chapters: Chapter[] = [];
  for (const folder of ordered(join(root, FOLDER))) {
    for (const name of ordered(join(root, FOLDER, folder))) {
      const file = `${FOLDER}/${folder}/${name}`;
      if (!name.endsWith('.mdx')) throw new Error(`${file}: a chapter is an .mdx file.`);
      const number = chapters.length + 1;
      chapters.push({ number, part: partTitle(folder), file, ...frontmatter(file, readFileSync(join(root, file), 'utf8')) });
    }
  }
  const taken = new Map<string, string>();
  for (const { slug, file } of chapters) {
    const other = taken.get(slug);
    if (other) throw new Error(`${file}: the slug "${slug}" is already that of ${other}.`);
    taken.set(slug, file);
  }
  return chapters;
}

/** Names in a folder, by their leading number. */
function ordered(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  for (const name of names) {
    if (!NUMBERED.test(name)) throw new Error(`${join(folder, name)}: the name must be a number, a dash and words, as in 3-training.`);
  }
  return names.sort((a, b) => parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b));
}

function partTitle(folder: string): string {
  const words = (NUMBERED.exec(folder)?.[2] ?? folder).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function frontmatter(file: string, text: string): Pick<Chapter, 'title' | 'description' | 'slug'> {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  let data: Record<string, unknown>;
  try {
    data = (parse(block) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file}: the frontmatter is not valid YAML. ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  const required = (key: string): string => {
    const value = data[key];
    if (typeof value !== 'string' || !value.trim()) throw new Error(`${file}: the frontmatter must have a ${key} (text).`);
    return value.trim();
  };
  const slug = required('slug');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) {
    throw new Error(`${file}: the slug is "${slug}"; it must be lower-case words joined by dashes, beginning with a letter.`);
  }
  return { title: required('title'), description: required('description'), slug };
}
