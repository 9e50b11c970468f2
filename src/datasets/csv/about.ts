/** What was made of a file, in sentences: for the reader, before training and beside the results. */
import type { About } from '../dataset.ts';
import type { Column } from './column.ts';
import { columnRemarks, gapRemark, sameRemark } from './columnRemarks.ts';
import { formRemark } from './forms.ts';
import type { Table } from './readTable.ts';
import type { TableExamples } from './tableExamples.ts';

/** Names are listed up to this many. */
const MOST_NAMES = 12;

export function aboutExamples(table: Table, examples: TableExamples): About {
  const { featureNames, labelName, classNames, features: inputs, task, y } = examples;
  const used = table.columns.filter(({ name }) => name !== labelName && examples.columns.includes(name));
  const target = table.columns.find(({ name }) => name === labelName);
  const counts = used.map((column) => (column.kind === 'numeric' ? column.name : `${column.name} (${column.categories.length} categories)`));
  const remarks = [
    `${table.file}: ${table.rows} ${table.rows === 1 ? 'row' : 'rows'}, ${inputs} ${inputs === 1 ? 'input' : 'inputs'} of ${used.length} ${used.length === 1 ? 'column' : 'columns'}: ${some(counts)}.`,
    task === 'regression' ? ofRegression(labelName, y) : ofClasses(labelName, classNames, y),
    ...(target?.kind === 'categorical' ? [...formRemark(labelName, target.categories), ...gapRemark(labelName, target.categories, 'class')] : []),
    ...(task === 'classification' ? loneRemark(labelName, classNames, y) : []),
    ...used.flatMap((column) => [...columnRemarks(column, table.rows), ...sameRemark(column, target)]),
    ...totalRemark(table.columns),
    ...table.remarks,
  ];
  return { file: table.file, features: featureNames, label: labelName, classes: classNames, remarks };
}

function ofRegression(name: string, y: Float64Array): string {
  const [low, high] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  if (low === high && y.length > 1) return `The label ${name} is ${number(low)} in every row: there is nothing to learn.`;
  return `The label ${name} is a number from ${number(low)} to ${number(high)}.`;
}

function ofClasses(name: string, classNames: readonly string[], y: Float64Array): string {
  const count = (wanted: number) => y.reduce((sum, value) => sum + Number(value === wanted), 0);
  return `The label ${name} has ${classNames.length} classes: ${some(classNames.map((one, index) => `${one} (${count(index)})`))}.`;
}

/** Classes that are either learned or tested, never both. */
function loneRemark(name: string, classNames: readonly string[], y: Float64Array): string[] {
  const counts = classNames.map(() => 0);
  for (const one of y) counts[one]!++;
  const lone = classNames.filter((_, index) => counts[index] === 1);
  return lone.length > 0 && y.length >= FEWEST_ROWS
    ? [`${name}: of ${some(lone)} there is one row${lone.length > 1 ? ' each' : ''}, which cannot be both trained on and held out.`]
    : [];
}

/** Fewer rows are an example, not data. */
const FEWEST_ROWS = 10;

/** A last row that sums up the others. */
function totalRemark(columns: readonly Column[]): string[] {
  const TOTAL =
    /^(grand |sub)?(total|totals|sum|mean|average|avg|summe|gesamt|gesamtsumme|insgesamt|mittelwert|durchschnitt|somme|totale|totaux|suma|soma|totaal|итого|合计|合計|总计):?$/iu;
  return columns.flatMap((column) => {
    if (column.kind === 'numeric' || column.values.length < 3) return [];
    const last = column.values.at(-1)!;
    const word = column.categories[last]!;
    const once = column.values.filter((value) => value === last).length === 1;
    return once && TOTAL.test(word) ? [`The last row has "${word}" as its ${column.name}, and is taken for an example like the others.`] : [];
  });
}

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ');
}

function number(value: number): string {
  return String(Number(value.toPrecision(6)));
}
