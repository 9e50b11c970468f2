/** CSV files: each is refused with row and column, or gives finite numbers and classes that there are. */
import fc from 'fast-check';
import { decodeText } from '../../src/datasets/csv/decode.ts';
import { readTable } from '../../src/datasets/csv/readTable.ts';
import { tableExamples } from '../../src/datasets/csv/tableExamples.ts';
import { DataFileError } from '../../src/datasets/dataFileError.ts';
import { must, tryAll, type Finding } from './finding.ts';
import { hostileText } from './hostile.ts';

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.double({ noNaN: true }).map(String) },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 20 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '1,5',
      '1.234,5',
      '1 234',
      '12%',
      '$5',
      '€ 3',
      '−4',
      '5d-3',
      '?',
      'NA',
      'n/a',
      '-',
      '2020-01-02',
      '03/04/2021',
      'red',
      'blue',
      'a "b"',
      '"x, y"',
      '#n',
      ...[
        "'a, b'",
        "'1.5'",
        '5.–',
        'CHF 5,-',
        '5-',
        '(5)',
        '１．５',
        '１２％',
        '१२',
        '½',
        '5±0.1',
        '0.5**',
        '0xFF',
        '1.5d3',
        '52.5N',
        '“1,5”',
        '="1"',
        '01234',
      ],
      ...['12345678901234567890', '#NV', '1.#IND', '-999', '20240105', 'Red', 'red', '\u200f1', 'Mo\u0308lln', 'M\u00f6lln', '12:30', '1e5'],
    ),
  },
  { weight: 1, arbitrary: hostileText },
);
const ending = fc.constantFrom('\n', '\r\n', '\r', '\n\n');

const tables = fc
  .record({ rows: fc.integer({ min: 0, max: 12 }), width: fc.integer({ min: 1, max: 6 }), delimiter: fc.constantFrom(',', ';', '\t', '|', ' ; '), end: ending })
  .chain(({ rows, width, delimiter, end }) =>
    fc
      .tuple(
        fc.constantFrom('', 'sep=;\n', '# a comment\n', '\ufeff', '\n'),
        fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }), { minLength: rows + 1, maxLength: rows + 1 }),
        fc.constantFrom('', end, `${delimiter}${end}`, '"'),
      )
      .map(
        ([start, records, last]) =>
          `${start}${records.map((record) => record.map(([text, quoted]) => (quoted ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter)).join(end)}${last}`,
      ),
  );

const encoder = new TextEncoder();
const files = fc.oneof(
  { weight: 5, arbitrary: tables.map((text) => encoder.encode(text)) },
  { weight: 1, arbitrary: tables.map((text) => new Uint8Array(Uint16Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0)).buffer)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 1, arbitrary: fc.tuple(tables, fc.uint8Array({ maxLength: 4 })).map(([text, bytes]) => Uint8Array.from([...encoder.encode(text), ...bytes])) },
);

export function fuzzCsvFiles(count: number, seed: number, timed: boolean): Promise<Finding[]> {
  return tryAll(fc.sample(files, { numRuns: count, seed }), {
    attempt: tryFile,
    isExpected: (error) => error instanceof DataFileError,
    show: (bytes) => JSON.stringify(new TextDecoder().decode(bytes)),
    timed,
  });
}

function tryFile(bytes: Uint8Array): void {
  const { text } = decodeText(bytes, 'hostile.csv');
  const table = readTable(text, 'hostile.csv');
  for (const { name } of table.columns) {
    let examples;
    try {
      examples = tableExamples(table, { label: name });
    } catch (error) {
      // Not every column can be the label.
      if (error instanceof DataFileError) continue;
      throw error;
    }
    must(examples.examples === table.rows, 'there is one example for each row');
    must(examples.x.every(Number.isFinite), `all features are finite, with the label ${name}`);
    must(examples.y.every(Number.isFinite), `all labels are finite, with the label ${name}`);
    const { task, classes, y } = examples;
    must(task === 'regression' || (classes >= 2 && y.every((label) => Number.isInteger(label) && label >= 0 && label < classes)), 'all labels are classes');
  }
}
