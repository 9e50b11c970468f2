/** What is wrong with the first row of a file, or with rows against it. */
import { DataFileError } from '../dataFileError.ts';
import type { Delimiter } from './delimiter.ts';
import { isNumber } from './likeNumber.ts';
import { list } from './list.ts';

export interface DataRecord {
  row: number;
  cells: string[];
}

export function checkLengths(header: readonly string[], records: readonly DataRecord[], file: string, delimiter: Delimiter): void {
  const ragged = records.find(({ cells }) => cells.length !== header.length);
  if (!ragged) return;
  const found = `${ragged.cells.length} ${ragged.cells.length === 1 ? 'cell' : 'cells'}`;
  const commas = delimiter === ',' && ragged.cells.length > header.length ? '; where commas are decimal marks, put semicolons between the cells' : '';
  throw new DataFileError(`${file}, row ${ragged.row}`, found, `${header.length}, one for each column: ${list(header)}${commas}`);
}

/** A line above the table, such as a title, is no header. */
export function refuseTitle({ row, cells }: DataRecord, records: readonly DataRecord[], file: string): void {
  const named = cells.filter((cell) => cell !== '').length;
  const width = records[0]!.cells.filter((cell) => cell !== '').length;
  if (named > 1 || width < 2 || cells[0] === '') return;
  throw new DataFileError(
    `${file}, row ${row}`,
    `one cell, ${list(cells.slice(0, 1))}, above rows of ${width}`,
    'the names of the columns in the first row; leave out lines above them',
  );
}

/** Two tables in one file: as data, the names would be categories. */
export function refuseSecondHeader(header: readonly string[], records: readonly DataRecord[], file: string): void {
  const again = records.find(({ cells }) => cells.every((cell, index) => cell === header[index]));
  if (again)
    throw new DataFileError(
      `${file}, row ${again.row}`,
      'the names of the columns once more',
      'one table in a file, with one header; or header: false if the first row has no names',
    );
}

/** A first record that looks like all others is data. Years, and numbers counted from 0 or 1, are names that tables do have. */
export function refuseData(header: readonly string[], records: readonly DataRecord[], place: string): void {
  const numeric = header.map((_, index) => records.filter(({ cells }) => isNumber(cells[index]!)).length * 2 >= records.length);
  const alike = header.every((name, index) => (numeric[index] ? isNumber(name) : records.some(({ cells }) => cells[index] === name)));
  const numericNames = header.filter((_, index) => numeric[index]);
  const mostlyNumbers = numericNames.length > 0 && numericNames.every(isNumber);
  if ((!alike && !mostlyNumbers) || areNames(numericNames)) return;
  const example = header[numeric.indexOf(true)] ?? header[0]!;
  throw new DataFileError(
    place,
    `${JSON.stringify(example)}, which looks like data, where the names of the columns are expected`,
    'a first row with a name for each column; or header: false (then they are "column 1", "column 2", …), or header: true if these are the names',
  );
}

function areNames(numbers: readonly string[]): boolean {
  if (!numbers.every((name) => /^\d+$/.test(name))) return false;
  const rising = numbers.every((name, index) => index === 0 || Number(name) > Number(numbers[index - 1]));
  const years = numbers.every((name) => name.length === 4 && /^(1[5-9]|2[01])/.test(name));
  const counted = numbers.length > 2 && Number(numbers[0]) < 2 && numbers.every((name, index) => Number(name) === Number(numbers[0]) + index);
  return numbers.length > 0 && rising && (years || counted);
}

export function checkNames(header: readonly string[], { file, row, left, delimiter }: { file: string; row: number; left: number; delimiter: Delimiter }): void {
  const place = (index: number) => `${file}, row ${row}, column ${index + left + 1}`;
  const unnamed = header.indexOf('');
  if (unnamed >= 0) throw new DataFileError(place(unnamed), 'an empty name', 'a name for each column');
  const repeated = header.findIndex((name, i) => header.indexOf(name) < i);
  if (repeated >= 0) {
    const earlier = header.indexOf(header[repeated]!) + left + 1;
    throw new DataFileError(place(repeated), `the name "${header[repeated]!}", which column ${earlier} has too`, 'a different name for each column');
  }
  if (header.length < 2 && header[0]!.includes(delimiter))
    throw new DataFileError(
      `${file}, row ${row}`,
      `one cell, ${list(header)}: the whole line is in quotation marks`,
      'quotation marks around single cells alone',
    );
  if (header.length < 2)
    throw new DataFileError(
      `${file}, row ${row}`,
      `one column, ${list(header)}`,
      'at least two, one feature and the label, with commas, semicolons, tabs or bars between them',
    );
}
