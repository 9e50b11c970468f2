/** Numbers written as people and programs of many countries write them: each is read as it was meant, or refused in words; never another number, never a category. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../src/datasets/csv/column.ts';
import { DataFileError } from '../../src/datasets/dataFileError.ts';
import { readTable } from '../../src/datasets/csv/readTable.ts';

/** A number in decimal digits, so that what is meant is exact. */
const number = fc.record({ negative: fc.boolean(), whole: fc.nat({ max: 12_345_678 }), decimals: fc.stringMatching(/^\d{0,4}$/) });

const way = fc.record({
  decimal: fc.constantFrom('.', ','),
  group: fc.constantFrom('', '', ',', '.', ' ', '\u00a0', '\u202f', "'", '’'),
  minus: fc.constantFrom(
    (text: string) => `-${text}`,
    (text: string) => `−${text}`,
    (text: string) => `(${text})`,
    (text: string) => `${text}-`,
  ),
  mark: fc.constantFrom<[(text: string) => string, number][]>(
    [(text) => text, 0],
    [(text) => text, 0],
    [(text) => `${text}%`, -2],
    [(text) => `${text}\u00a0%`, -2],
    [(text) => `$${text}`, 0],
    [(text) => `${text} €`, 0],
    [(text) => `CHF ${text}`, 0],
    [(text) => `${text} kg`, 0],
  ),
  digits: fc.constantFrom(0, 0, 0, 0x660 - 0x30, 0x966 - 0x30, 0xff10 - 0x30),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
});
type Way = typeof way extends fc.Arbitrary<infer T> ? T : never;
type Meant = typeof number extends fc.Arbitrary<infer T> ? T : never;

function write({ negative, whole, decimals }: Meant, { decimal, group, minus, mark: [mark], digits }: Way): string {
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
  const text = mark(`${grouped}${decimals && decimal}${decimals}`);
  return (negative ? minus(text) : text).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + digits));
}

test('as they were meant, or refused', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(number, { minLength: 2, maxLength: 8 }), way, (numbers, how) => {
      fc.pre(how.group !== how.decimal);
      const cells = numbers.map((one) => write(one, how));
      // A point is a decimal mark where nothing speaks against it.
      fc.pre(!(how.group === '.' && cells.every((cell) => /^-?\d{1,3}(\.\d{3})?$/.test(cell))));
      const text = ['x', ...cells].map((cell) => `${cell.includes(how.delimiter) ? `"${cell}"` : cell}${how.delimiter}a`).join('\n');
      const meant = numbers.map(({ negative, whole, decimals }) => Number(`${negative ? '-' : ''}${whole}.${decimals}0e${how.mark[1]}`));
      let column: Column;
      try {
        column = readTable(text, 'own.csv').columns[0]!;
      } catch (error) {
        if (error instanceof DataFileError) return;
        throw error;
      }
      read++;
      expect([column.kind, Array.from(column.values, (value) => value + 0)], text).toEqual(['numeric', meant.map((value) => value + 0)]);
    }),
    { numRuns: 2000, seed: 1 },
  );
  // Most of these ways are plain enough.
  expect(read).toBeGreaterThan(1000);
});
