/** A reader's CSV file, within the limits of what a page can work with. */
import { readTable, type Table } from '../../../datasets/csv/readTable.ts';
import { DataFileError } from '../../../datasets/dataFileError.ts';
import { LIMITS } from '../../../experiments/configuration/limits.ts';

/** A larger file is refused before it is read, in bytes. */
export const MAX_BYTES = 50_000_000;
/** Examples times features: checked anew at each change of a setting, and copied into each run. */
export const MAX_NUMBERS = 2_000_000;

/** Throws a DataFileError that says what is wrong, where, and what is allowed. */
export async function readOwnTable(file: Pick<File, 'name' | 'size' | 'text'>): Promise<Table> {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  if (file.size > MAX_BYTES) throw new DataFileError(file.name, megabytes(file.size), `at most ${megabytes(MAX_BYTES)} and ${LIMITS.inlineExamples.max} rows`);
  return readTable(await file.text(), file.name, { maxRows: LIMITS.inlineExamples.max });
}
