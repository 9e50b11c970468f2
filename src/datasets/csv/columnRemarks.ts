/** What a column looks like that may not be meant as it was read, or that does not describe its row. */
import type { Column } from './column.ts';
import { formRemark } from './forms.ts';
import { MISSING } from './notation.ts';
import { temporalKind } from './temporal.ts';

type Numeric = Extract<Column, { kind: 'numeric' }>;
type Categorical = Extract<Column, { kind: 'categorical' }>;

const FEWEST_ROWS = 10;

export function columnRemarks(column: Column, rows: number): string[] {
  return column.kind === 'numeric' ? ofNumbers(column, rows) : ofCategories(column, rows);
}

function ofNumbers({ name, values }: Numeric, rows: number): string[] {
  if (rows > 1 && values.every((value) => value === values[0])) return [`${name} is ${values[0]!} in every row, which tells nothing.`];
  if (values.every(isDay)) return [`${name} looks like dates written as numbers, which are taken for quantities.`];
  const stand = STAND_INS.find((value) => values.includes(value) && values.every((other) => other === value || other >= 0));
  if (stand !== undefined) return [`${name}: ${stand}, which may mean that a value is missing, is taken for a number.`];
  if (rows < FEWEST_ROWS || !values.every((value, row) => Number.isInteger(value) && (row === 0 || value > values[row - 1]!))) return [];
  if (values.every((value, row) => value === values[0]! + row)) return [leaveOut(name, 'an index, which counts the rows')];
  return /(^|[_ -])(id|nr|no|key)$/i.test(name) ? [leaveOut(name, 'an identifier')] : [];
}

function ofCategories({ name, categories }: Categorical, rows: number): string[] {
  if (rows > 1 && categories.length === 1) return [`${name} is "${categories[0]!}" in every row, which tells nothing.`];
  return [...formRemark(name, categories), ...gapRemark(name, categories, 'category'), ...meaningRemark(name, categories, rows)];
}

function meaningRemark(name: string, categories: readonly string[], rows: number): string[] {
  const kind = temporalKind(categories);
  if (kind) return [`${name} holds ${kind}, which are taken for categories: each different one is an input.`];
  if (rows >= FEWEST_ROWS && categories.length >= rows / 2) {
    const words = categories.reduce((sum, category) => sum + category.split(/\s+/).length, 0) / categories.length;
    return [leaveOut(name, `${words >= 4 ? 'free text' : 'an identifier or a name'}, with ${categories.length} different values in ${rows} rows`)];
  }
  const numbers = categories.filter((category) => /\p{N}/u.test(category));
  return numbers.length * 2 >= categories.length
    ? [`${name} has numbers in it, such as "${numbers[0]!}", but is taken for categories: each different value is an input.`]
    : [];
}

/** A word among others for a value that is not there. */
export function gapRemark(name: string, categories: readonly string[], role: 'category' | 'class'): string[] {
  const missing = categories.find((category) => MISSING.test(category));
  return missing === undefined ? [] : [`${name}: "${missing}", which may mean that a value is missing, is taken for a ${role}.`];
}

/** A column that already says what is to be predicted. */
export function sameRemark(column: Column, label: Column | undefined): string[] {
  const same = label && label.values.length > 2 && new Set(label.values).size > 1 && isSame(column, label);
  return same ? [`${column.name} is the same as the label ${label.name} in every row: leave it out unless it is known before.`] : [];
}

function isSame(one: Column, other: Column): boolean {
  const categories = (column: Column) => (column.kind === 'categorical' ? column.categories.join('\n') : undefined);
  return one.values.every((value, row) => value === other.values[row]) && categories(one) === categories(other);
}

function leaveOut(name: string, what: string): string {
  return `${name} looks like ${what}: leave it out unless it tells something of the row.`;
}

/** What stands for a missing value where all others are not negative. */
const STAND_INS = [-9, -99, -999, -9999, -99999];

/** 20240131 */
function isDay(value: number): boolean {
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  return Number.isInteger(value) && year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
