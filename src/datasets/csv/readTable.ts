/**
 * A reader's own data: a CSV file (RFC 4180; the delimiter may also be a semicolon, a tab or a bar) with a
 * header. Everything is checked here, and every error names its row, counted as a spreadsheet does: the
 * header is row 1.
 */
import Papa from 'papaparse';
import { DataFileError } from '../dataFileError.ts';
import { guessKind, readColumn, type Column, type ColumnKind } from './column.ts';

export const MAX_ROWS = 1_000_000;

export interface Table {
  /** Name of the file, for messages. */
  file: string;
  /** Without the header. */
  rows: number;
  columns: Column[];
}

export interface TableOptions {
  /** Kinds of columns by name; the others are guessed (see guessKind). */
  kinds?: Record<string, ColumnKind>;
  /** A file of more rows is refused; defaults to MAX_ROWS. */
  maxRows?: number;
}

/** Throws a DataFileError that says where in the file something is wrong, what was found, and what is allowed. */
export function readTable(text: string, file: string, { kinds = {}, maxRows = MAX_ROWS }: TableOptions = {}): Table {
  const { header, records } = readRecords(text, file, maxRows);
  const unknown = Object.keys(kinds).find((name) => !header.includes(name));
  if (unknown !== undefined) throw new DataFileError(file, `a kind for the column "${unknown}"`, `one of ${list(header)}`);
  const columns = header.map((name, index) => {
    const cells = records.map(({ cells }) => cells[index]!.trim());
    return readColumn(name, kinds[name] ?? guessKind(cells), cells, (record) => `${file}, row ${records[record]!.row}, column "${name}"`);
  });
  return { file, rows: records.length, columns };
}

/** Names in quotation marks. */
export function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** The one that occurs most often in the header, outside quotation marks; the comma, where none does. */
function guessDelimiter(text: string): string {
  const header = (/[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

interface DataRecord {
  row: number;
  cells: string[];
}

function readRecords(text: string, file: string, maxRows: number): { header: string[]; records: DataRecord[] } {
  // Two more than allowed: the header, and one by which to see that there are too many.
  const parsed = Papa.parse<string[]>(text, { delimiter: guessDelimiter(text), preview: maxRows + 2 });
  const quotes = parsed.errors.find(({ type }) => type === 'Quotes');
  if (quotes)
    throw new DataFileError(
      `${file}, row ${(quotes.row ?? 0) + 1}`,
      `a quotation mark out of place (${quotes.message})`,
      'cells in pairs of ", with "" for a quotation mark inside',
    );
  const filled = parsed.data.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => cells.length > 1 || cells[0]!.trim() !== '');
  const [first, ...records] = filled;
  if (!first) throw new DataFileError(file, 'nothing', 'a header, then one row per example');
  const header = readHeader(first, file);
  if (records.length === 0) throw new DataFileError(file, 'a header and no rows', 'at least two rows of data');
  if (records.length > maxRows) throw new DataFileError(file, `more than ${maxRows} rows`, `at most ${maxRows}`);
  const ragged = records.find(({ cells }) => cells.length !== header.length);
  if (ragged) {
    const allowed = `${header.length}, one for each column: ${list(header)}`;
    throw new DataFileError(`${file}, row ${ragged.row}`, `${ragged.cells.length} ${ragged.cells.length === 1 ? 'cell' : 'cells'}`, allowed);
  }
  return { header, records };
}

function readHeader({ row, cells }: DataRecord, file: string): string[] {
  const header = cells.map((cell) => cell.trim());
  const unnamed = header.indexOf('');
  if (unnamed >= 0) throw new DataFileError(`${file}, row ${row}, column ${unnamed + 1}`, 'an empty name', 'a name for each column');
  const repeated = header.findIndex((name, i) => header.indexOf(name) < i);
  if (repeated >= 0) {
    const earlier = header.indexOf(header[repeated]!) + 1;
    throw new DataFileError(
      `${file}, row ${row}, column ${repeated + 1}`,
      `the name "${header[repeated]!}", which column ${earlier} has too`,
      'a different name for each column',
    );
  }
  if (header.length < 2) throw new DataFileError(`${file}, row ${row}`, `one column, ${list(header)}`, 'at least two: one feature and the label');
  return header;
}
