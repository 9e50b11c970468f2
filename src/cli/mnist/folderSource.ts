import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from '../../datasets/dataSource.ts';

/** The files of a folder. */
export function folderSource(folder: string): DataSource {
  return {
    place: folder,
    async read(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
