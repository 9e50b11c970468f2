/** From a table to examples: one column becomes the label, the others features. */
import { DataFileError } from '../dataFileError.ts';
import type { About, Examples, InlineChoice, Task } from '../dataset.ts';
import { MAX_CATEGORIES, type Column } from './column.ts';
import { list } from './list.ts';
import type { Table } from './readTable.ts';

/** Features of one example at most, categories counted one by one. */
const MAX_FEATURES = 4096;
/** Examples times features at most. */
const MAX_NUMBERS = 50_000_000;

export interface TableChoice {
  /** Name of the column to predict. */
  label: string;
  /** Defaults to classification for a categorical label, regression for a numeric one. */
  task?: Task;
  /** Names of the columns to predict from; defaults to all but the label. */
  features?: string[];
}

export interface TableExamples extends Examples {
  /** A categorical column gives one feature for each category, `colour = red`, which is 1 or 0. */
  featureNames: string[];
  labelName: string;
  /** By class number; empty in regression. */
  classNames: string[];
  /** Names of the columns that became features. */
  columns: string[];
}

/** Throws a DataFileError where the table does not have what is chosen, or would make more than `maxNumbers` numbers of it. */
export function tableExamples(table: Table, { label, task, features }: TableChoice, maxNumbers = MAX_NUMBERS): TableExamples {
  const target = findColumn(table, label, 'label');
  const chosen = (features ?? table.columns.map(({ name }) => name).filter((name) => name !== label)).map((name) => findColumn(table, name, 'feature'));
  if (chosen.includes(target)) throw new DataFileError(table.file, `the label "${label}" among the features`, 'features other than the label');
  if (chosen.length === 0)
    throw new DataFileError(table.file, 'no features', `at least one of ${list(table.columns.map(({ name }) => name).filter((name) => name !== label))}`);
  const twice = chosen.find((column, index) => chosen.indexOf(column) < index);
  if (twice) throw new DataFileError(table.file, `the feature "${twice.name}" twice`, 'each feature once');
  const { x, featureNames } = encodeFeatures(table, chosen, maxNumbers);
  const shape = { examples: table.rows, features: featureNames.length, labels: 1, x, featureNames, labelName: label, columns: chosen.map(({ name }) => name) };
  const chosenTask = task ?? (target.kind === 'categorical' ? 'classification' : 'regression');
  if (chosenTask === 'regression') {
    if (target.kind === 'categorical')
      throw new DataFileError(`${table.file}, column "${label}"`, 'categories as the label of a regression', 'a numeric column, or classification');
    return { ...shape, task: 'regression', classes: 0, y: target.values.slice(), classNames: [] };
  }
  const { y, classNames } = encodeClasses(table, target);
  return { ...shape, task: 'classification', classes: classNames.length, y, classNames };
}

/** The same examples as numbers in a spec, which is how an experiment takes them. */
export function asInline({ task, examples, features, x, y }: Examples, about?: About): InlineChoice {
  return {
    name: 'inline',
    task,
    x: Array.from({ length: examples }, (_, row) => Array.from(x.subarray(row * features, (row + 1) * features))),
    y: Array.from(y),
    ...(about && { about }),
  };
}

function findColumn({ file, columns }: Table, name: string, role: string): Column {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw new DataFileError(file, `the ${role} "${name}"`, `one of ${list(columns.map((candidate) => candidate.name))}`);
  return column;
}

function encodeFeatures({ file, rows }: Table, columns: Column[], maxNumbers: number): { x: Float64Array; featureNames: string[] } {
  const featureNames = columns.flatMap((column) =>
    column.kind === 'numeric' ? [column.name] : column.categories.map((category) => `${column.name} = ${category}`),
  );
  const width = featureNames.length;
  if (width > MAX_FEATURES) throw new DataFileError(file, `${width} features, each category being one`, `at most ${MAX_FEATURES}`);
  if (rows * width > maxNumbers)
    throw new DataFileError(
      file,
      `${rows} rows of ${width} features, each category being one`,
      `at most ${maxNumbers} numbers in all; leave out rows or columns`,
    );
  const x = new Float64Array(rows * width);
  let start = 0;
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      if (column.kind === 'numeric') x[row * width + start] = column.values[row]!;
      else x[row * width + start + column.values[row]!] = 1;
    }
    start += column.kind === 'numeric' ? 1 : column.categories.length;
  }
  return { x, featureNames };
}

/** Classes in alphabetical order, or from the smallest number to the largest. */
function encodeClasses({ file }: Table, column: Column): { y: Float64Array; classNames: string[] } {
  const place = `${file}, column "${column.name}"`;
  const numbers = column.kind === 'numeric' ? [...new Set(column.values)].sort((a, b) => a - b) : [];
  const classNames = column.kind === 'numeric' ? numbers.map(String) : column.categories;
  if (classNames.length < 2) throw new DataFileError(place, `one class, "${classNames[0]!}"`, 'at least two classes');
  if (classNames.length > MAX_CATEGORIES) throw new DataFileError(place, `${classNames.length} classes`, `at most ${MAX_CATEGORIES}; or regression`);
  if (column.kind === 'categorical') return { y: Float64Array.from(column.values), classNames };
  const index = new Map(numbers.map((number, i) => [number, i]));
  return { y: Float64Array.from(column.values, (value) => index.get(value)!), classNames };
}
