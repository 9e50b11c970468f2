/**
 * Text → header and records of equal length. What programs put around a table is recognised and said (a line `sep=;`, comments, a
 * delimiter at the end of each line, numbers of the rows), or refused by name (no header). Rows are counted as a spreadsheet does: the
 * header of a plain file is row 1.
 */
import Papa from 'papaparse';
import { DataFileError } from '../dataFileError.ts';
import { guessDelimiter, quotationMark, statedDelimiter, trimAroundQuotes, type Delimiter } from './delimiter.ts';
import { checkLengths, checkNames, refuseData, refuseSecondHeader, refuseTitle, type DataRecord } from './header.ts';
import { isNumber } from './likeNumber.ts';
import { refuseOtherFormats } from './otherFormats.ts';

export interface Records {
  header: string[];
  records: DataRecord[];
  delimiter: Delimiter;
  /** What was left out or made up, as sentences. */
  remarks: string[];
}

export interface RecordOptions {
  maxRows: number;
  /** Whether the first record names the columns. Defaults to true, and a first record that looks like data is refused. */
  header?: boolean;
}

/** Throws a DataFileError that says where in the file something is wrong. */
export function readRecords(read: string, file: string, { maxRows, header: stated }: RecordOptions): Records {
  refuseOtherFormats(read, file);
  const text = evenLines(read);
  const { delimiter = guessDelimiter(text), rest, lines } = statedDelimiter(text);
  const remarks: string[] = [];
  // Room for the header, for comments, for an empty last line, and for one by which to see that there are too many.
  const most = maxRows + (/^#/m.test(rest) ? MOST_COMMENTS : 0) + 1;
  const quoteChar = quotationMark(rest, delimiter);
  if (quoteChar === "'") remarks.push("Quotation marks ' around cells are left out.");
  const parsed = Papa.parse<string[]>(trimAroundQuotes(rest, delimiter), { delimiter, quoteChar, preview: most + 2 });
  const quotes = parsed.errors.find(({ type }) => type === 'Quotes');
  if (quotes)
    throw new DataFileError(
      `${file}, row ${(quotes.row ?? 0) + 1 + lines}`,
      `a quotation mark out of place (${quotes.message})`,
      `cells in pairs of ${quoteChar}, with two of it for one inside, and commas, semicolons, tabs or bars between cells`,
    );
  if (parsed.data.filter((cells) => cells.length > 1 || cells[0] !== '').length > most)
    throw new DataFileError(file, `more than ${maxRows} rows`, `at most ${maxRows}`);
  const filled = parsed.data
    .map((cells, index) => ({ row: index + 1 + lines, cells: cells.map(bared) }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const all = withoutTrailing(withoutComments(filled, remarks), remarks);
  const [first, ...others] = all;
  if (!first) throw new DataFileError(file, 'nothing', 'a header, then one row per example');
  const bare = stated === false;
  const body = bare ? all : others;
  if (body.length === 0) throw new DataFileError(file, 'a header and no rows', 'at least two rows of data');
  if (body.length > maxRows) throw new DataFileError(file, `more than ${maxRows} rows`, `at most ${maxRows}`);
  const head = bare ? first.cells.map((_, index) => `column ${index + 1}`) : first.cells;
  const { header, records } = withoutRowNumbers(head, body, remarks);
  if (!bare) refuseTitle(first, records, file);
  checkLengths(header, records, file, delimiter);
  if (!bare) refuseSecondHeader(header, records, file);
  if (stated === undefined) refuseData(header, records, `${file}, row ${first.row}`);
  checkNames(header, { file, row: first.row, left: head.length - header.length, delimiter });
  return { header, records, delimiter, remarks };
}

const MOST_COMMENTS = 1000;

/** Lines that begin with `#`; the last one before the table is its header if it has as many cells (NumPy writes such). */
function withoutComments(records: DataRecord[], remarks: string[]): DataRecord[] {
  const isComment = ({ cells }: DataRecord) => cells[0]!.startsWith('#');
  const start = records.findIndex((record) => !isComment(record));
  if (start < 0) return records;
  const width = records[start]!.cells.length;
  const last = start > 0 ? records[start - 1] : undefined;
  const named = last?.cells.length === width && width > 1 && records[start]!.cells.every(isNumber) ? [{ ...last, cells: last.cells.map(bareName) }] : [];
  const kept = records.slice(start).filter((record) => !isComment(record) || record.cells.length === width);
  const left = records.length - kept.length - named.length;
  if (left > 0) remarks.push(`${left} ${left === 1 ? 'line that begins' : 'lines that begin'} with # ${left === 1 ? 'is' : 'are'} taken for comments.`);
  return [...named, ...kept];
}

function bareName(cell: string, index: number): string {
  return index === 0 ? cell.replace(/^#+\s*/, '') : cell;
}

/** Without blanks and what cannot be seen (marks of direction, joiners) at both ends. */
function bared(cell: string): string {
  return cell.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
}

/** Delimiters at the end of every line make empty last cells; lines of nothing but delimiters stand at the end of what was a sheet. */
function withoutTrailing(records: DataRecord[], remarks: string[]): DataRecord[] {
  const last = records.findLastIndex(({ cells }) => cells.some((cell) => cell !== ''));
  const filled = records.slice(0, last + 1);
  const [first] = filled;
  if (!first || filled.length < 2) return records;
  if (filled.length < records.length) remarks.push('Lines without a value at the end of the file are left out.');
  const widths = filled.slice(1).map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1);
  const named = first.cells.findLastIndex((cell) => cell !== '') + 1;
  const width = Math.max(named, ...widths.slice(0, MOST_COMPARED));
  const longest = filled[1]!.cells.length;
  const alike = filled.slice(1).every(({ cells }) => cells.length === longest);
  // Of the header the names alone count; of the lines what has a value in any of them.
  if (width < 2 || !alike || longest <= width || widths.some((own) => own > width) || (first.cells.length !== longest && first.cells.length !== width))
    return filled;
  remarks.push(`The ${longest - width === 1 ? 'delimiter' : 'delimiters'} at the end of each line ${longest - width === 1 ? 'is' : 'are'} left out.`);
  return filled.map((record) => ({ ...record, cells: record.cells.slice(0, width) }));
}

/** Lines by which the width of a table is found. */
const MOST_COMPARED = 1000;

/** A first column without a name that counts the rows, or names each of them (R writes such). */
function withoutRowNumbers(header: string[], records: DataRecord[], remarks: string[]): { header: string[]; records: DataRecord[] } {
  const shorter = records.every(({ cells }) => cells.length === header.length + 1);
  const unnamed = header.length > 2 && header[0] === '' && records.every(({ cells }) => cells.length === header.length);
  const firsts = records.map(({ cells }) => cells[0]!);
  const counts = firsts.every((cell, index) => /^\d+$/.test(cell) && Number(cell) === Number(firsts[0]) + index);
  const names = new Set(firsts).size === firsts.length && firsts.every((cell) => cell !== '' && !isNumber(cell));
  // Numbers that have no name may as well be what a decimal comma parted.
  if (!(shorter && names) && !(unnamed && (counts || names))) return { header, records };
  remarks.push(`The first column has no name and ${counts ? 'counts' : 'names'} the rows; it is left out.`);
  return { header: unnamed ? header.slice(1) : header, records: records.map((record) => ({ ...record, cells: record.cells.slice(1) })) };
}

/** With one kind of line end, where a file has several; what is in quotation marks stays. */
function evenLines(text: string): string {
  const kinds = [/\r\n/, /\r(?!\n)/, /(?<!\r)\n/].filter((kind) => kind.test(text)).length;
  return kinds < 2 ? text : text.replace(/"(?:[^"]|"")*"|\r\n?|\n/g, (part) => (part.startsWith('"') ? part : '\n'));
}
