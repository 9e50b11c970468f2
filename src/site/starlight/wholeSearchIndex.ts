/**
 * Writes the files of the search a second time. Starlight ends Pagefind's process as soon as that says it is done, when the end of a
 * file may still be on its way to the disk: it has left pagefind.js cut off at 32 KiB, and a search that never ended.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** To stand after Starlight, whose hook then has run. */
export function wholeSearchIndex(): AstroIntegration {
  return {
    name: 'whole-search-index',
    hooks: {
      async 'astro:build:done'({ dir }) {
        for (const { path, content } of await searchFiles(fileURLToPath(dir))) {
          const file = fileURLToPath(new URL(`pagefind/${path}`, dir));
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content);
        }
      },
    },
  };
}

/** What Pagefind makes of the pages in a folder; the same files each time. */
export async function searchFiles(folder: string): Promise<{ path: string; content: Uint8Array }[]> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: folder });
    const made = await index.getFiles();
    const problems = [...added.errors, ...made.errors];
    if (problems.length > 0) throw new Error(`Pagefind made no search index of ${folder}: ${problems.join('; ')}`);
    return made.files;
  } finally {
    await close();
  }
}
