import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { DataFileError } from '../../src/datasets/dataFileError.ts';
import { MAX_ROWS, readTable, type TableOptions } from '../../src/datasets/csv/readTable.ts';
import { asInline, tableExamples, type TableChoice } from '../../src/datasets/csv/tableExamples.ts';
import { createExamples } from '../../src/datasets/index.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const flowers = 'length,colour,kind\n1.5,red,setosa\n2,blue,virginica\n-3e2,red,setosa\n';
const read = (text: string, options?: TableOptions) => readTable(text, 'own.csv', options);

describe('reading a table', () => {
  test('columns of numbers and of categories, these in alphabetical order', () => {
    expect(read(flowers)).toEqual({
      file: 'own.csv',
      rows: 3,
      columns: [
        { name: 'length', kind: 'numeric', values: Float64Array.of(1.5, 2, -300) },
        { name: 'colour', kind: 'categorical', categories: ['blue', 'red'], values: Int32Array.of(1, 0, 1) },
        { name: 'kind', kind: 'categorical', categories: ['setosa', 'virginica'], values: Int32Array.of(0, 1, 0) },
      ],
      remarks: [],
    });
  });

  test('RFC 4180: quotation marks, line breaks within them, CRLF; and blank lines, a byte order mark, other delimiters', () => {
    expect(read('\ufeffa,b\r\n1,"x, ""y""\r\nz"\r\n\r\n2,w\r\n').columns[1]).toMatchObject({ categories: ['w', 'x, "y"\r\nz'] });
    for (const delimiter of [';', '\t', '|'])
      expect(read(`a${delimiter}b\n1${delimiter}x\n\n2${delimiter}y\n`).columns.map(({ kind }) => kind)).toEqual(['numeric', 'categorical']);
  });

  test('a column of numbers may be taken as categories', () => {
    expect(read('a,b\n1,2\n10,3', { kinds: { a: 'categorical' } }).columns[0]).toMatchObject({ categories: ['1', '10'] });
  });

  test('what a CSV writer writes, it reads', () => {
    const cell = fc
      .string({ minLength: 1 })
      .map((text) => text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, ''))
      // Some programs mean ' as a quotation mark.
      .filter((text) => text !== '' && !text.startsWith("'"));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ noNaN: true, min: -1e30, max: 1e30 }), cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const text = Papa.unparse([['number', 'text'], ...rows]);
        const [numbers, texts] = read(text, { kinds: { number: 'numeric', text: 'categorical' } }).columns;
        expect(Array.from(numbers!.values, (value) => value + 0)).toEqual(rows.map(([value]) => value + 0));
        expect(texts!.kind === 'categorical' && Array.from(texts!.values, (index) => (texts as { categories: string[] }).categories[index])).toEqual(
          rows.map(([, value]) => value),
        );
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test.each<[string, string, string]>([
    ['nothing', '', 'own.csv: found nothing; allowed: a header, then one row per example.'],
    ['blank lines', '\n\n', 'own.csv: found nothing;'],
    ['no rows', 'a,b\n', 'own.csv: found a header and no rows; allowed: at least two rows of data.'],
    ['one column', 'a\n1\n', 'own.csv, row 1: found one column, "a"; allowed: at least two, one feature and the label, with commas, semicolons'],
    ['a ragged row', 'a,b\n1,2\n\n3\n', 'own.csv, row 4: found 1 cell; allowed: 2, one for each column: "a", "b".'],
    ['a row too long', 'a,b\n1,2,3\n', 'own.csv, row 2: found 3 cells; allowed: 2, one for each column: "a", "b";'],
    ['text in a numeric column', 'a,b\n1,2\n1,n/a\n2,3\n', 'own.csv, row 3, column "b": found "n/a"; allowed: a finite number such as 1.5 or -2e3'],
    ['not a number', 'a,b\n1,2\n1,NaN\n', 'own.csv, row 3, column "b": found "NaN"; allowed: a finite number'],
    ['an infinite number', 'a,b\n1,-inf\n1,2\n', 'own.csv, row 2, column "b": found "-inf"; allowed: a finite number'],
    ['a number beyond 32 bits', 'a,b\n1,1e39\n', 'own.csv, row 2, column "b": found "1e39"; allowed: a finite number such as 1.5 or -2e3, up to ±3.4e+38'],
    ['an empty numeric cell', 'a,b\n1,2\n1,\n', 'own.csv, row 3, column "b": found an empty cell; allowed: a finite number'],
    ['an empty category', 'a,b\n1,x\n1, \n', 'own.csv, row 3, column "b": found an empty cell; allowed: a category'],
    ['a repeated name', 'a,b,a\n1,2,3\n', 'own.csv, row 1, column 3: found the name "a", which column 1 has too; allowed: a different name for each column.'],
    ['a missing name', 'a,,b\n1,2,3\n', 'own.csv, row 1, column 2: found an empty name; allowed: a name for each column.'],
    ['an open quotation mark', 'a,b\n1,"x\n2,y\n', 'own.csv, row 2: found a quotation mark out of place'],
  ])('%s is an error that says where', (_, text, message) => {
    expect(() => read(text)).toThrow(DataFileError);
    expect(() => read(text)).toThrow(message);
  });

  test('more than 10⁶ rows are refused', () => {
    expect(() => read(`a,b\n${'1,2\n'.repeat(MAX_ROWS + 1)}`)).toThrow('own.csv: found more than 1000000 rows; allowed: at most 1000000.');
  });

  test('a column that only identifies rows is refused as categories', () => {
    const text = `name,b\n${Array.from({ length: 1001 }, (_, i) => `n${i},1`).join('\n')}`;
    expect(() => read(text)).toThrow('own.csv, row 2, column "name": found a column of 1001 different values; allowed: at most 1000 categories');
  });

  test('a kind for a column that is not there names those that are', () => {
    expect(() => read(flowers, { kinds: { size: 'numeric' } })).toThrow(
      'own.csv: found a kind for the column "size"; allowed: one of "length", "colour", "kind".',
    );
  });
});

describe('examples from a table', () => {
  const choose = (choice: TableChoice, text = flowers) => tableExamples(read(text), choice);

  test('a categorical label gives classes; categories become features of 0 and 1', () => {
    const examples = choose({ label: 'kind' });
    expect(examples).toMatchObject({
      task: 'classification',
      examples: 3,
      features: 3,
      classes: 2,
      labels: 1,
      classNames: ['setosa', 'virginica'],
      labelName: 'kind',
    });
    expect(examples.featureNames).toEqual(['length', 'colour = blue', 'colour = red']);
    expect([...examples.x]).toEqual([1.5, 0, 1, 2, 1, 0, -300, 0, 1]);
    expect([...examples.y]).toEqual([0, 1, 0]);
  });

  test('a numeric label gives regression', () => {
    const examples = choose({ label: 'length', features: ['kind'] });
    expect(examples).toMatchObject({ task: 'regression', classes: 0, featureNames: ['kind = setosa', 'kind = virginica'], classNames: [] });
    expect([...examples.y]).toEqual([1.5, 2, -300]);
  });

  test('numbers as classes are ordered by size', () => {
    const examples = choose({ label: 'b', task: 'classification' }, 'a,b\n1,10\n2,9\n3,10\n');
    expect([examples.classNames, [...examples.y]]).toEqual([
      ['9', '10'],
      [1, 0, 1],
    ]);
  });

  test('an experiment takes them as inline data', async () => {
    const examples = choose({ label: 'kind' });
    const { task, classes, x, y } = createExamples(asInline(examples), await loadKernel(), 1);
    expect({ task, classes, x, y }).toEqual({ task: 'classification', classes: 2, x: examples.x, y: examples.y });
  });

  test.each<[string, TableChoice, string, string]>([
    ['a label that is no column', { label: 'species' }, flowers, 'own.csv: found the label "species"; allowed: one of "length", "colour", "kind".'],
    [
      'a feature that is no column',
      { label: 'kind', features: ['width'] },
      flowers,
      'own.csv: found the feature "width"; allowed: one of "length", "colour", "kind".',
    ],
    [
      'the label as a feature',
      { label: 'kind', features: ['kind'] },
      flowers,
      'own.csv: found the label "kind" among the features; allowed: features other than the label.',
    ],
    [
      'a feature twice',
      { label: 'kind', features: ['length', 'colour', 'length'] },
      flowers,
      'own.csv: found the feature "length" twice; allowed: each feature once.',
    ],
    ['no features', { label: 'kind', features: [] }, flowers, 'own.csv: found no features; allowed: at least one of "length", "colour".'],
    [
      'categories as the label of a regression',
      { label: 'kind', task: 'regression' },
      flowers,
      'own.csv, column "kind": found categories as the label of a regression; allowed: a numeric column, or classification.',
    ],
    ['one class', { label: 'b' }, 'a,b\n1,x\n2,x\n', 'own.csv, column "b": found one class, "x"; allowed: at least two classes.'],
  ])('%s is an error that says what is allowed', (_, choice, text, message) => {
    expect(() => choose(choice, text)).toThrow(message);
  });

  test('more features than a network may have are refused', () => {
    const names = Array.from({ length: 5 }, (_, i) => `c${i}`);
    const rows = Array.from({ length: 1000 }, (_, row) => [...names.map((name) => `${name}-${row}`), row].join(','));
    expect(() => choose({ label: 'y' }, [[...names, 'y'].join(','), ...rows].join('\n'))).toThrow(
      'own.csv: found 5000 features, each category being one; allowed: at most 4096.',
    );
  });
});
