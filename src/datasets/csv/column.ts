/** One column of a table: numbers, or categories. */
import { DataFileError } from '../dataFileError.ts';
import type { Delimiter } from './delimiter.ts';
import { isNumber } from './likeNumber.ts';
import { bounded, notNumber, quote, twoWays } from './numberProblems.ts';
import { isGrouped, mayPartThousands, readPlain } from './plainNumbers.ts';
import { MISSING, NOTATIONS, PLAIN_NUMBER, readWritten, takeApart, type Notation, type Written } from './notation.ts';

export type Column = { name: string } & (
  | {
      kind: 'numeric';
      values: Float64Array;
      /** How the numbers are written, where it is not plainly: "decimal comma". */
      notation?: string;
    }
  /** `values` are indices into `categories`, which are in alphabetical (code unit) order. */
  | { kind: 'categorical'; values: Int32Array; categories: string[] }
);
export type ColumnKind = Column['kind'];

/** A column before its numbers are read. */
export interface RawColumn {
  name: string;
  kind: ColumnKind;
  cells: readonly string[];
  /** Names the cell of a row (counted from 0) for messages. */
  place(row: number): string;
  /** Notations that read all its numbers, where some are not plain; empty: plain ones only. */
  notations: readonly Notation[];
}

/** Categories of one column, and classes, at most. */
export const MAX_CATEGORIES = 1000;

/**
 * What a column of these cells looks like: numeric if at least half of what it has are numbers, in any notation. So a stray word among
 * numbers is reported, rather than making categories of them; so are missing values, however many.
 */
function guessKind(cells: readonly string[]): ColumnKind {
  const filled = cells.filter((cell) => !MISSING.test(cell));
  const numbers = filled.filter(isNumber).length;
  return 2 * numbers >= filled.length ? 'numeric' : 'categorical';
}

export function rawColumn(name: string, kind: ColumnKind | undefined, cells: readonly string[], place: RawColumn['place']): RawColumn {
  const chosen = kind ?? guessKind(cells);
  const column = { name, kind: chosen, cells, place };
  if (chosen === 'categorical' || cells.every((cell) => PLAIN_NUMBER.test(cell))) return { ...column, notations: [] };
  const written = cells.filter((cell) => !MISSING.test(cell)).flatMap((cell) => takeApart(cell) ?? []);
  return { ...column, notations: NOTATIONS.filter((notation) => written.every((one) => readWritten(one, notation) !== undefined)) };
}

/** Whether the column can only be read with this decimal mark: it has a mark that cannot part thousands. */
export function needsDecimal({ kind, cells, notations }: RawColumn, mark: '.' | ','): boolean {
  if (kind === 'categorical') return false;
  if (notations.length > 0) return cells.some((cell) => cell.includes(mark)) && notations.every(({ decimal }) => decimal === mark);
  return mark === '.' && cells.some((cell) => PLAIN_NUMBER.test(cell) && /\.(\d{1,2}$|\d{4}|\d*e)/i.test(cell));
}

/**
 * Reads a column. `decimal`: the only decimal mark in the other columns of the file, if there is one. Throws a DataFileError for the
 * first cell that does not fit, or that can be read in two ways.
 */
export function readColumn(column: RawColumn, delimiter: Delimiter, decimal: '.' | ',' | undefined): Column {
  return column.kind === 'numeric' ? readNumbers(column, delimiter, decimal) : readCategories(column);
}

function readCategories({ name, cells, place }: RawColumn): Column {
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
  return { name, kind: 'categorical', categories, values: Int32Array.from(cells, (cell) => index.get(cell)!) };
}

function readNumbers(column: RawColumn, delimiter: Delimiter, decimal: '.' | ',' | undefined): Column {
  const { name, cells, place } = column;
  const plain = cells.every((cell) => PLAIN_NUMBER.test(cell));
  // In a file with decimal commas, 1.234 may as well mean 1234.
  const dotted = plain && decimal === ',' ? cells.findIndex(isGrouped) : -1;
  // So it may where all that have a point have three digits behind it, and whole numbers below 1000 have none: 1.234, 12.345, 999.
  if (plain && delimiter !== ',' && mayPartThousands(cells)) throw twoWays(place(cells.findIndex(isGrouped)), cells.find(isGrouped)!);
  if (plain && (dotted < 0 || cells.some((cell) => /\.(\d{1,2}|\d{4,})$/.test(cell))))
    return { name, kind: 'numeric', ...readPlain(column, delimiter !== ',' && decimal !== '.') };
  if (dotted >= 0) throw twoWays(place(dotted), cells[dotted]!);
  const notation = chooseNotation(column, delimiter, decimal);
  const written = cells.map((cell, row) => {
    const parts = MISSING.test(cell) ? undefined : takeApart(cell);
    if (!parts) throw notNumber(place(row), cell, row === 0 && !/\p{N}/u.test(cell) && cells.length > 2 && cells.slice(1).every(isNumber));
    return parts;
  });
  checkMarks(written, column);
  const values = Float64Array.from(written, (one, row) => bounded(readWritten(one, notation)!, cells[row]!, () => place(row)));
  const said = sayNotation(notation, written);
  return { name, kind: 'numeric', values, ...(said && { notation: said }) };
}

/** The one notation of the column, or one of several that mean the same numbers. */
function chooseNotation({ name, cells, place, notations, kind }: RawColumn, delimiter: Delimiter, decimal: '.' | ',' | undefined): Notation {
  const written = cells.map((cell) => (MISSING.test(cell) ? undefined : takeApart(cell)));
  const numbers = written.map((one, row) => ({ one, row })).filter((entry): entry is { one: Written; row: number } => entry.one !== undefined);
  if (notations.length === 0) throw twoNotations(numbers, cells, place);
  const differing = numbers.find(({ one }) => new Set(notations.map((notation) => readWritten(one, notation))).size > 1);
  const marked = decimal === undefined ? notations : notations.filter((notation) => notation.decimal === decimal);
  // Where commas part the cells, a comma in a cell parts thousands.
  const likely = delimiter === ',' && decimal !== ',' ? marked.filter((notation) => notation.decimal === '.') : marked;
  const chosen = likely[0] ?? notations[0]!;
  const ambiguous = differing && new Set(likely.map((notation) => readWritten(differing.one, notation))).size !== 1;
  if (ambiguous) throw twoWays(place(differing.row), cells[differing.row]!);
  if (chosen.decimal === ',' && delimiter === ',') {
    const comma = numbers.find(({ one }) => one.digits.includes(','));
    if (comma)
      throw new DataFileError(
        place(comma.row),
        `${quote(cells[comma.row]!)}, a decimal comma in a file whose cells are parted by commas`,
        `a decimal point, or semicolons between the cells; or make the column ${kind === 'numeric' ? 'categorical' : 'numeric'} (kinds: { ${name}: categorical })`,
      );
  }
  return chosen;
}

/** A percent sign, a currency or a unit must be the same in all cells: otherwise the numbers do not measure the same. */
function checkMarks(written: readonly Written[], { cells, place }: RawColumn): void {
  const first = written.find(({ mark }) => mark !== '')?.mark;
  if (first === undefined) return;
  const currency = /\p{Sc}|^[A-Z]{3}$|^kr|^zł|^Fr|^Rs/u.test(first);
  const other = written.findIndex(({ mark }) => mark !== first && !(currency && mark === ''));
  if (other >= 0) throw new DataFileError(place(other), `${quote(cells[other]!)} in a column with ${quote(first)}`, 'the same unit in the whole column');
}

function sayNotation({ decimal, group }: Notation, written: readonly Written[]): string {
  const has = (text: string) => text !== '' && written.some(({ digits }) => digits.includes(text));
  const mark = written.find((one) => one.mark !== '')?.mark ?? '';
  return [
    has(group) ? `thousands parted by ${group === ' ' ? 'spaces' : quote(group)}` : '',
    decimal === ',' && has(',') ? 'decimal comma' : '',
    ...(['(5)', '5-'] as const).filter((way) => written.some(({ loss }) => loss === way)).map((way) => `${way} read as -5`),
    mark === '%' ? '12% read as 0.12' : mark === '‰' ? '12‰ read as 0.012' : mark ? `in ${mark}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function twoNotations(numbers: readonly { one: Written; row: number }[], cells: readonly string[], place: RawColumn['place']): DataFileError {
  // The first cell that does not go with those above it.
  let left = NOTATIONS;
  for (const { one, row } of numbers) {
    const fitting = left.filter((notation) => readWritten(one, notation) !== undefined);
    if (fitting.length === 0) {
      const above = row > 0 && left !== NOTATIONS ? ', which does not go with the cells above it' : '';
      return new DataFileError(place(row), `${quote(cells[row]!)}${above}`, 'numbers in one notation, such as 1234.5; or make the column categorical');
    }
    left = fitting;
  }
  return notNumber(place(0), cells[0]!, false);
}
