import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChapters } from '../../../src/site/chapters/chapters.ts';
import { sidebar } from '../../../src/site/chapters/sidebar.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chapters-'));
  mkdirSync(join(root, 'content/chapters'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, frontmatter: string): void {
  const file = join(root, 'content/chapters', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\n${frontmatter}\n---\n\nText.\n`);
}
const matter = (slug: string) => `title: The ${slug}\ndescription: About it.\nslug: ${slug}`;

describe('findChapters', () => {
  it('orders by the numbers, as numbers, and counts through the whole book', () => {
    write('10-last-things/1-z.mdx', matter('z'));
    write('2-first-things/10-b.mdx', matter('b'));
    write('2-first-things/9-a.mdx', matter('a'));
    expect(findChapters(root).map(({ number, part, slug }) => [number, part, slug])).toEqual([
      [1, 'First things', 'a'],
      [2, 'First things', 'b'],
      [3, 'Last things', 'z'],
    ]);
  });

  it('is empty where there is none', () => {
    expect(findChapters(root)).toEqual([]);
  });

  it.each([
    ['a file without a number', 'a.mdx', matter('a'), /a\.mdx: the name must be a number, a dash and words/],
    ['another kind of file', '1-a.md', matter('a'), /1-a\.md: a chapter is an \.mdx file/],
    ['no slug', '1-a.mdx', 'title: A\ndescription: B.', /1-a\.mdx: the frontmatter must have a slug/],
    ['no description', '1-a.mdx', 'title: A\nslug: a', /must have a description/],
    ['a slug with a number in front', '1-a.mdx', 'title: A\ndescription: B.\nslug: 1-a', /the slug is "1-a"; it must be/],
    ['broken YAML', '1-a.mdx', 'title: A: B', /1-a\.mdx: the frontmatter is not valid YAML/],
  ])('refuses %s, naming the file', (_what, name, frontmatter, message) => {
    write(`1-part/${name}`, frontmatter);
    expect(() => findChapters(root)).toThrow(message);
  });

  it('refuses one slug for two chapters', () => {
    write('1-part/1-a.mdx', matter('same'));
    write('1-part/2-b.mdx', matter('same'));
    expect(() => findChapters(root)).toThrow(/2-b\.mdx: the slug "same" is already that of .*1-a\.mdx/);
  });
});

describe('sidebar', () => {
  it('groups chapters by part and ends with the reference pages', () => {
    write('1-one/1-a.mdx', matter('a'));
    write('2-two/1-b.mdx', matter('b'));
    const groups = sidebar(findChapters(root));
    expect(groups.map(({ label }) => label)).toEqual(['One', 'Two', 'Reference']);
    expect(groups[1]).toEqual({ label: 'Two', items: [{ slug: 'b', label: 'The b', attrs: { 'data-chapter': '2' } }] });
  });
});
