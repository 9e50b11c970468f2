import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReference, references } from '../../src/site/bibliography.ts';

describe('bibliography', () => {
  it('has every reference that the catalog names', () => {
    const root = join(import.meta.dirname, '../..');
    const named = globSync('src/nn/**/*.ts', { cwd: root }).flatMap((file) =>
      Array.from(readFileSync(join(root, file), 'utf8').matchAll(/references: \[([^\]]*)\]/g), ([, list]) =>
        Array.from((list ?? '').matchAll(/'([^']+)'/g), ([, key]) => key ?? ''),
      ).flat(),
    );
    expect(named).toContain('kingma2015');
    const known = new Set(references.map(({ key }) => key));
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  it('names authors and year as a citation does', () => {
    expect(findReference('robbins1951')).toMatchObject({ authors: 'Robbins & Monro', year: '1951' });
    expect(findReference('keskar2017')).toMatchObject({ authors: 'Keskar et al.', year: '2017' });
    expect(findReference('hornik1991')).toMatchObject({ authors: 'Hornik', year: '1991' });
    expect(findReference('sourceA')).toMatchObject({ authors: 'Source A', year: '' });
  });

  it('tells no two references apart by their key alone', () => {
    const labels = references.map(({ authors, year }) => `${authors} ${year}`);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  it('refuses an unknown key and offers those that are near', () => {
    expect(() => findReference('kes2017')).toThrow('There is no reference "kes2017" in content/bibliography.bib. Did you mean keskar2017?');
  });
});
