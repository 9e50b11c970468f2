/** A reader's CSV file, within the limits of what a page can work with. */
import { decodeText } from '../../../datasets/csv/decode.ts';
import { readTable, type Table, type TableOptions } from '../../../datasets/csv/readTable.ts';
import { DataFileError } from '../../../datasets/dataFileError.ts';
import type { ColumnUse } from './ownData.ts';
import { LIMITS } from '../../../experiments/configuration/limits.ts';

/** A larger file is refused before it is read, in bytes. */
export const MAX_BYTES = 50_000_000;
/** Examples times features: checked anew at each change of a setting, and copied into each run. */
export const MAX_NUMBERS = 2_000_000;

/** As the reader wants the columns to be used. */
export function optionsOf(uses: Readonly<Record<string, ColumnUse>>): Required<Pick<TableOptions, 'kinds' | 'without'>> {
  const said = Object.entries(uses);
  return {
    without: said.flatMap(([name, use]) => (use === 'left out' ? [name] : [])),
    kinds: Object.fromEntries(said.flatMap(([name, use]) => (use === 'left out' ? [] : [[name, use]]))),
  };
}

/** Throws a DataFileError that says what is wrong, where, and what is allowed. */
export async function readOwnTable(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>, options: Omit<TableOptions, 'maxRows'> = {}): Promise<Table> {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  if (file.size > MAX_BYTES) throw new DataFileError(file.name, megabytes(file.size), `at most ${megabytes(MAX_BYTES)} and ${LIMITS.inlineExamples.max} rows`);
  const { text, encoding } = decodeText(new Uint8Array(await file.arrayBuffer()), file.name);
  const table = readTable(text, file.name, { ...options, maxRows: LIMITS.inlineExamples.max });
  if (encoding !== 'UTF-8') table.remarks.push(`The file is read as ${encoding}.`);
  return table;
}
