/** What is common to references to files: their settings are checked, the file is read, and errors of the file say where it was named. */
import type * as z from 'zod';
import { DataFileError } from '../../datasets/dataFileError.ts';
import { ModelError } from '../../models/modelError.ts';
import { formatFound, formatPath, type Path } from '../../schema/problem.ts';
import type { Json } from '../../schema/json.ts';
import { zodProblems, type Located } from '../../schema/zodProblems.ts';

/** The bytes of the file at a path relative to the spec, or undefined where there is none. */
export type SpecFiles = (path: string) => Uint8Array | undefined;

/** What a reference stands for, or what is wrong with it. `at`: where the reference stands. */
export type Resolved = { value: Json } | { problems: Located[] };
export type Resolve = (value: Mapping, files: SpecFiles, at: Path, context: Context) => Resolved;

/** What the rest of the spec says of a file's data. */
export interface Context {
  /** Name of the loss, where it is given once for all arms. */
  loss: string | undefined;
}

export type Mapping = Record<string, unknown>;

/** `schema`: of the settings, `kind` the kind of file in words, `read` makes of its bytes what takes the place of the reference. */
export function readReference<T extends { file: string }>(
  { schema, kind, read }: { schema: z.ZodType<T>; kind: string; read: (bytes: Uint8Array, settings: T) => Json },
  value: Mapping,
  files: SpecFiles,
  at: Path,
): Resolved {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { problems: zodProblems(parsed.error.issues, value, at) };
  const { file } = parsed.data;
  const place = [...at, 'file'];
  const problem = (where: string, found: string, allowed: string): Resolved => ({ problems: [{ at: place, path: where, found, allowed }] });
  const bytes = files(file);
  if (!bytes) return problem(formatPath(place), `${formatFound(file)}, which is not there`, `${kind}, its path relative to the spec`);
  try {
    return { value: read(bytes, parsed.data) };
  } catch (error) {
    if (error instanceof DataFileError) return problem(`${formatPath(place)}, ${error.file}`, error.found, error.allowed);
    if (error instanceof ModelError) {
      const where = error.where.startsWith(file) ? error.where : `${file}, ${error.where}`;
      return problem(`${formatPath(place)}, ${where}`, error.found, error.allowed);
    }
    throw error;
  }
}
