/** What is said of columns that can be read, but may not be meant so. */
import { describe, expect, test } from 'vitest';
import { aboutExamples } from '../../src/datasets/csv/about.ts';
import { readTable } from '../../src/datasets/csv/readTable.ts';
import { tableExamples } from '../../src/datasets/csv/tableExamples.ts';

/** What is said besides what there is: of the feature `x`, with the label `y`. */
function remarks(x: readonly string[], y: readonly string[] = x.map((_, row) => String(row / 2))): string[] {
  const table = readTable(`x;y\n${x.map((cell, row) => `${cell};${y[row]!}\n`).join('')}`, 'own.csv');
  return aboutExamples(table, tableExamples(table, { label: 'y' })).remarks.slice(2);
}

describe('what may not be meant so is said', () => {
  test.each<[string, string[], string]>([
    ['dates as numbers', ['20240105', '20240106', '20240131'], 'x looks like dates written as numbers, which are taken for quantities.'],
    ['a number for what is missing', ['1.5', '-999', '2.5', '-999'], 'x: -999, which may mean that a value is missing, is taken for a number.'],
    ['a word in small letters and capitals', ['Red', 'red', 'blue'], 'x: "Red" and "red" are taken for different categories.'],
    ['a word with one blank and two', ['New York', 'New  York', 'Rome'], 'x: "New  York" and "New York" are taken for different categories.'],
    ['a word with a soft hyphen', ['foo', 'f\u00adoo'], 'x: "foo" and "f\u00adoo" are taken for different categories.'],
    ['a word for what is missing', ['a', 'b', 'unknown', 'c', 'd'], 'x: "unknown", which may mean that a value is missing, is taken for a category.'],
  ])('%s', (_, cells, sentence) => {
    expect(remarks(cells)).toEqual([sentence]);
  });

  test('of classes, too', () => {
    expect(remarks(['1', '3', '2', '5'], ['TRUE', 'False', 'true', 'False'])).toEqual(['y: "TRUE" and "true" are taken for different categories.']);
  });
});

describe('nothing is said of', () => {
  test.each<[string, string[]]>([
    ['eight digits that are no dates', ['20241305', '20240106']],
    ['a negative number among others', ['-999', '-3', '5']],
    ['words that differ', ['red', 'blue', 'blue', 'red']],
  ])('%s', (_, cells) => {
    expect(remarks(cells)).toEqual([]);
  });
});
