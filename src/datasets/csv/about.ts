/** What was made of a file, in sentences: for the reader, before training and beside the results. */
import type { About } from '../dataset.ts';
import type { Column } from './column.ts';
import { MISSING } from './notation.ts';
import type { Table } from './readTable.ts';
import type { TableExamples } from './tableExamples.ts';

/** Names are listed up to this many. */
const MOST_NAMES = 12;

export function aboutExamples(table: Table, examples: TableExamples): About {
  const { featureNames, labelName, classNames, features: inputs, task, y } = examples;
  const used = table.columns.filter(({ name }) => name !== labelName && examples.columns.includes(name));
  const counts = used.map((column) => (column.kind === 'numeric' ? column.name : `${column.name} (${column.categories.length} categories)`));
  const label =
    task === 'regression'
      ? `The label ${labelName} is a number from ${number(least(y))} to ${number(greatest(y))}.`
      : `The label ${labelName} has ${classNames.length} classes: ${some(classNames.map((name, index) => `${name} (${count(y, index)})`))}.`;
  const remarks = [
    `${table.file}: ${table.rows} rows, ${inputs} ${inputs === 1 ? 'input' : 'inputs'} of ${used.length} ${used.length === 1 ? 'column' : 'columns'}: ${some(counts)}.`,
    label,
    ...table.columns
      .filter(({ name }) => task === 'classification' && name === labelName)
      .flatMap((column) => (column.kind === 'categorical' ? formRemark(column.name, column.categories) : [])),
    ...used.flatMap((column) => remarkOn(column, table.rows)),
    ...table.remarks,
  ];
  return { file: table.file, features: featureNames, label: labelName, classes: classNames, remarks };
}

/** What a column looks like that does not describe its row. */
function remarkOn(column: Column, rows: number): string[] {
  const say = (what: string) => [`${column.name} looks like ${what}: leave it out unless it tells something of the row.`];
  if (column.kind === 'numeric') {
    const { values } = column;
    if (values.every(isDay)) return [`${column.name} looks like dates written as numbers, which are taken for quantities.`];
    const stand = STAND_INS.find((value) => values.includes(value) && values.every((other) => other === value || other >= 0));
    if (stand !== undefined) return [`${column.name}: ${stand}, which may mean that a value is missing, is taken for a number.`];
    if (rows < FEWEST_ROWS || !values.every((value, row) => Number.isInteger(value) && (row === 0 || value > values[row - 1]!))) return [];
    return values.every((value, row) => value === values[0]! + row)
      ? say('an index, which counts the rows')
      : /(^|[_ -])(id|nr|no|key)$/i.test(column.name)
        ? say('an identifier')
        : [];
  }
  const { categories } = column;
  const forms = formRemark(column.name, categories);
  const missing = categories.find((category) => MISSING.test(category));
  const gap = missing === undefined ? forms : [...forms, `${column.name}: "${missing}", which may mean that a value is missing, is taken for a category.`];
  if (categories.every((category) => DATE.test(category)))
    return [...gap, `${column.name} holds dates, which are taken for categories: each different one is an input.`];
  if (rows < FEWEST_ROWS || categories.length < rows / 2) return gap;
  const words = categories.reduce((sum, category) => sum + category.split(/\s+/).length, 0) / categories.length;
  return [...gap, ...say(`${words >= 4 ? 'free text' : 'an identifier or a name'}, with ${categories.length} different values in ${rows} rows`)];
}

/** What stands for a missing value where all others are not negative. */
const STAND_INS = [-9, -99, -999, -9999, -99999];

/** 20240131 */
function isDay(value: number): boolean {
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  return Number.isInteger(value) && year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Categories that a reader takes for one: in small letters or capitals, with one blank or two. */
function formRemark(name: string, categories: readonly string[]): string[] {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\p{Cf}]/gu, '')
      .replace(/\s+/g, ' ')
      .toLowerCase();
  const alike = [...Map.groupBy(categories, plain).values()].find((group) => group.length > 1);
  return alike ? [`${name}: ${alike.map((one) => `"${one}"`).join(' and ')} are taken for different categories.`] : [];
}

const FEWEST_ROWS = 10;
const DATE = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ');
}

function count(values: Float64Array, wanted: number): number {
  return values.reduce((sum, value) => sum + Number(value === wanted), 0);
}

function least(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function greatest(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b));
}

function number(value: number): string {
  return String(Number(value.toPrecision(6)));
}
