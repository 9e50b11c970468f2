/** One column of a table: numbers, or categories. */
import { DataFileError } from '../dataFileError.ts';

export type Column = { name: string } & (
  | { kind: 'numeric'; values: Float64Array }
  /** `values` are indices into `categories`, which are in alphabetical (code unit) order. */
  | { kind: 'categorical'; values: Int32Array; categories: string[] }
);
export type ColumnKind = Column['kind'];

/** Categories of one column, and classes, at most. */
export const MAX_CATEGORIES = 1000;
/** Networks compute with 32 bits, which hold no more. */
const LARGEST = 3.4e38;

/**
 * What a column of these cells looks like: numeric if at least half of its first thousand cells are numbers (or
 * not-a-numbers). So a stray word among numbers is reported, rather than making categories of them.
 */
export function guessKind(cells: readonly string[]): ColumnKind {
  const first = cells.slice(0, 1000);
  const numbers = first.filter((cell) => NUMBER.test(cell) || NOT_FINITE.test(cell)).length;
  return 2 * numbers >= first.length ? 'numeric' : 'categorical';
}

/** `place` names the cell of a row (counted from 0) for messages. Throws a DataFileError for the first cell that does not fit. */
export function readColumn(name: string, kind: ColumnKind, cells: readonly string[], place: (row: number) => string): Column {
  if (kind === 'numeric') return { name, kind, values: Float64Array.from(cells, (cell, row) => readNumber(cell, () => place(row))) };
  const empty = cells.indexOf('');
  if (empty >= 0) throw new DataFileError(place(empty), 'an empty cell', 'a category; leave out rows with missing values');
  const categories = [...new Set(cells)].sort((a, b) => (a < b ? -1 : 1));
  if (categories.length > MAX_CATEGORIES) {
    throw new DataFileError(
      place(0),
      `a column of ${categories.length} different values`,
      `at most ${MAX_CATEGORIES} categories in a column; leave out names and numbers that only identify a row`,
    );
  }
  const index = new Map(categories.map((category, i) => [category, i]));
  return { name, kind, categories, values: Int32Array.from(cells, (cell) => index.get(cell)!) };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(nan|inf|infinity)$/i;

function readNumber(cell: string, place: () => string): number {
  const value = NUMBER.test(cell) ? Number(cell) : NaN;
  if (Math.abs(value) <= LARGEST) return value;
  const allowed = `a finite number such as 1.5 or -2e3, up to ±${LARGEST}; or make the column categorical`;
  throw new DataFileError(place(), cell === '' ? 'an empty cell' : JSON.stringify(cell.slice(0, 60)), allowed);
}
