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

  it('has no names on its parts, which are no elements of their own to assistive technology', async () => {
    // A group may not have one. The picture's own name stands around its panels.
    expect(drawingMarkup(await load(file)).match(/<g [^>]*aria-label="[^"]*"/g) ?? []).toEqual([]);
  });

  it('can be read on a phone: panels are at most as wide as leaves their letters legible', async () => {
    const markup = drawingMarkup(await load(file));
    for (const [, width] of markup.matchAll(/<svg [^>]*?\bwidth="([\d.]+)"/g)) {
      // 13 px is the size of a drawing's words (Drawing.astro).
      expect(13 * Math.min(1, PHONE.width / Number(width)), `letters of a panel ${width} px wide`).toBeGreaterThanOrEqual(PHONE.letters);
    }
  });

  it('stays within its panels: what reaches beyond would lie on the text below', async () => {
    for (const panel of drawingMarkup(await load(file))
      .split('<svg ')
      .slice(1)) {
      const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(`^[^>]*\\b${name}="([\\d.]+)"`).exec(panel)![1]));
      const beyond = pointsIn(panel).filter(([x, y]) => x < -SLACK || y < -SLACK || x > width! + SLACK || y > height! + SLACK);
      expect(beyond).toEqual([]);
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

/** Px: half of a line, or the head of an arrow. */
const SLACK = 4;

/** Where paths begin and go, in absolute coordinates, and the ends of circles. */
function pointsIn(panel: string): [x: number, y: number][] {
  const numbers = (text: string) => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const ofPaths = Array.from(panel.matchAll(/\bd="([^"]*)"/g)).flatMap(([, d]) =>
    // Relative commands are short: marks and heads.
    Array.from(d!.matchAll(/([A-Za-z])([^A-Za-z]*)/g)).flatMap(([, command, rest]) => {
      const values = numbers(rest!);
      if (command === 'H') return values.map((x): [number, number] => [x, 0]);
      if (command === 'V') return values.map((y): [number, number] => [0, y]);
      if (!['M', 'L', 'Q', 'C', 'T', 'S'].includes(command!)) return [];
      // Of a curve the last pair, since control points may lie outside.
      const pairs = Array.from({ length: values.length / 2 }, (_, index): [number, number] => [values[2 * index]!, values[2 * index + 1]!]);
      return command === 'M' || command === 'L' ? pairs : pairs.slice(-1);
    }),
  );
  const ofCircles = Array.from(panel.matchAll(/<circle ([^>]*)>/g)).flatMap(([, attributes]): [number, number][] => {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? 0));
    return [
      [x! - r!, y! - r!],
      [x! + r!, y! + r!],
    ];
  });
  return [...ofPaths, ...ofCircles];
}
