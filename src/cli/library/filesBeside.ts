import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SpecFiles } from '../../experiments/spec/readReference.ts';

/** The files that a spec names, their paths relative to it. */
export function filesBeside(spec: string): SpecFiles {
  return (path) => {
    try {
      return readFileSync(resolve(dirname(spec), path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  };
}
