/**
 * A reader's own data: a CSV file (RFC 4180; the delimiter may also be a semicolon, a tab or a bar) with a header. Everything is
 * checked here: every error names its row and column, and what was not plain is said in `remarks`.
 */
import { DataFileError } from '../dataFileError.ts';
import { needsDecimal, rawColumn, readColumn, type Column, type ColumnKind, type RawColumn } from './column.ts';
import { list } from './list.ts';
import { readRecords } from './records.ts';

export const MAX_ROWS = 1_000_000;

export interface Table {
  /** Name of the file, for messages. */
  file: string;
  /** Without the header. */
  rows: number;
  columns: Column[];
  /** What was recognised, left out or read in another way than plainly, as sentences. */
  remarks: string[];
}

export interface TableOptions {
  /** Kinds of columns by name; the others are guessed (see guessKind). */
  kinds?: Record<string, ColumnKind>;
  /** Columns that are left out, by name; nothing of them is checked. Defaults to none. */
  without?: readonly string[];
  /** Only these columns, by name. Defaults to all. */
  only?: readonly string[];
  /** Whether the first row names the columns; defaults to true, and a first row that looks like data is refused. */
  header?: boolean;
  /** A file of more rows is refused; defaults to MAX_ROWS. */
  maxRows?: number;
}

/** Throws a DataFileError that says where in the file something is wrong, what was found, and what is allowed. */
export function readTable(text: string, file: string, { kinds = {}, without = [], only, header: stated, maxRows = MAX_ROWS }: TableOptions = {}): Table {
  const { header, records, delimiter, remarks } = readRecords(text, file, { maxRows, ...(stated !== undefined && { header: stated }) });
  const check = (name: string | undefined, what: string) => {
    if (name !== undefined) throw new DataFileError(file, `${what} "${name}"`, `one of ${list(header)}`);
  };
  const unknown = (names: readonly string[]) => names.find((name) => !header.includes(name));
  check(unknown(Object.keys(kinds)), 'a kind for the column');
  check(unknown(without), 'the column to leave out');
  check(unknown(only ?? []), 'the column');
  const raw = header.flatMap((name, index) => {
    if (without.includes(name) || (only && !only.includes(name))) return [];
    const cells = records.map(({ cells }) => cells[index]!);
    return rawColumn(name, kinds[name], cells, (record) => `${file}, row ${records[record]!.row}, column "${name}"`);
  });
  const columns = raw.map((column) => readColumn(column, delimiter, decimalOf(raw)));
  return { file, rows: records.length, columns, remarks: [...remarks, ...notationRemarks(columns)] };
}

/** The decimal mark of the file, where all columns that show theirs agree. */
function decimalOf(columns: readonly RawColumn[]): '.' | ',' | undefined {
  const [comma, point] = ([',', '.'] as const).map((mark) => columns.some((column) => needsDecimal(column, mark)));
  return comma === point ? undefined : comma ? ',' : '.';
}

function notationRemarks(columns: readonly Column[]): string[] {
  const groups = Map.groupBy(
    columns.filter((column) => column.kind === 'numeric' && column.notation !== undefined),
    (column) => (column as { notation: string }).notation,
  );
  return [...groups].map(([notation, group]) => `${list(group.map(({ name }) => name))}: ${notation}.`);
}
