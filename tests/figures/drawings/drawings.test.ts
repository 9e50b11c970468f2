/** Every drawing of every chapter: it has a name and a description, can be read on a phone, in both themes and on paper, and is shown. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawingMarkup, type Drawing } from '../../../src/figures/drawings/drawing.ts';
import { findChapters } from '../../../src/site/chapters/chapters.ts';
import { idsIn } from '../../../src/site/chapters/numbering.ts';

const root = join(import.meta.dirname, '../../..');
const files = globSync('src/figures/drawings/*/*.ts', { cwd: root }).filter((file) => !file.includes('/parts/'));
/** Px that a phone gives a figure, and the smallest letters that can be read there. */
const PHONE = { width: 328, letters: 9 };

it('names of drawings are unique in the book, since they are numbered and found by name', () => {
  const names = files.map((file) => basename(file));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(files)('%s', (file) => {
  it('has a title, and a description in whole sentences', async () => {
    const { title, description } = await load(file);
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(description).toMatch(/^\p{Lu}[\s\S]{40,}\.$/u);
  });

  it('is drawn in colours that follow the theme, without numbers that are none', async () => {
    const markup = drawingMarkup(await load(file));
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    const colors = Array.from(markup.matchAll(/\b(?:fill|stroke|stop-color)="([^"]*)"/g), ([, color]) => color!);
    expect(colors.filter((color) => !/^(var\(--[\w-]+\)|currentColor|none)$/.test(color))).toEqual([]);
  });

  it('can be read on a phone: panels are at most as wide as leaves their letters legible', async () => {
    const markup = drawingMarkup(await load(file));
    for (const [, width] of markup.matchAll(/<svg [^>]*?\bwidth="([\d.]+)"/g)) {
      // 13 px is the size of a drawing's words (Drawing.astro).
      expect(13 * Math.min(1, PHONE.width / Number(width)), `letters of a panel ${width} px wide`).toBeGreaterThanOrEqual(PHONE.letters);
    }
  });

  it('is shown in its chapter', () => {
    const chapter = findChapters(root).find(({ slug }) => slug === basename(dirname(file)));
    expect(chapter, 'a chapter with the folder as its slug').toBeDefined();
    expect(idsIn('Figure', readFileSync(join(root, chapter!.file), 'utf8'))).toContain(basename(file, '.ts'));
  });
});

async function load(file: string): Promise<Drawing> {
  return (await import(join(root, file))) as Drawing;
}
