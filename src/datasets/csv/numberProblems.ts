/** How a cell that is no number, or two, is refused. */
import { DataFileError } from '../dataFileError.ts';
import { MISSING } from './notation.ts';

/** Networks compute with 32 bits, which hold no more. */
const LARGEST = 3.4e38;

export function bounded(value: number, cell: string, place: () => string): number {
  // A number that is too small for 64 bits would be 0.
  if (Math.abs(value) <= LARGEST && (value !== 0 || !/^[^e]*[1-9]/i.test(cell))) return value;
  throw notNumber(place(), cell, false);
}

/** `units`: whether all other cells of the column are numbers, and this one, the first, may name their unit. */
export function notNumber(place: string, cell: string, units: boolean): DataFileError {
  const allowed = `a finite number such as 1.5 or -2e3, up to ±${LARGEST}; or make the column categorical`;
  const hint = MISSING.test(cell) ? '; leave out rows with missing values' : units ? '; leave out a row of units or names' : '';
  return new DataFileError(place, cell === '' ? 'an empty cell' : quote(cell), `${allowed}${hint}`);
}

export function twoWays(place: string, cell: string): DataFileError {
  return new DataFileError(place, `${quote(cell)}, which can be read in two ways`, 'numbers without thousands marks and with a decimal point, such as 1234.5');
}

/** In quotation marks; what cannot be seen is written as \u00ad and the like. */
export function quote(text: string): string {
  return JSON.stringify(text.slice(0, 60)).replace(/[\p{Cf}\p{Zs}\u2028\u2029]/gu, (one) =>
    one === ' ' ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
