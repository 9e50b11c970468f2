import { join } from 'node:path';
import { expect, it } from 'vitest';
import { searchFiles } from '../../src/site/starlight/wholeSearchIndex.ts';
import { bytes, files } from './built.ts';

it('has every file of the search, whole', async () => {
  const made = await searchFiles(join(import.meta.dirname, '../../dist'));
  expect(made.map(({ path }) => path)).toContain('pagefind.js');
  const differing = made.filter(({ path, content }) => !files.includes(`pagefind/${path}`) || !bytes(`pagefind/${path}`).equals(content));
  expect(differing.map(({ path }) => path)).toEqual([]);
});
