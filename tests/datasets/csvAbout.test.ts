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
    ['a word with letters of another script', ['Сlass', 'Class', 'other'], 'x: "Class" and "Сlass" are taken for different categories.'],
    ['a word with dashes of two kinds', ['e-mail', 'e‐mail', 'post'], 'x: "e-mail" and "e‐mail" are taken for different categories.'],
    ['a word with a full stop', ['rich', 'poor', 'rich.', 'poor.'], 'x: "poor" and "poor.", "rich" and "rich." are taken for different categories.'],
    ['a word in quotation marks', ["'a'", 'a', 'b'], `x: "'a'" and "a" are taken for different categories.`],
    ['a comma with a blank', ['a, b', 'a,b', 'c'], 'x: "a, b" and "a,b" are taken for different categories.'],
    ['a letter that has no capital', ['Straße', 'STRASSE', 'Platz'], 'x: "STRASSE" and "Straße" are taken for different categories.'],
    ['times', ['12:30', '13:45', '8:05'], 'x holds times, which are taken for categories: each different one is an input.'],
    ['times of America', ['9:30 AM', '10:15 p.m.'], 'x holds times, which are taken for categories: each different one is an input.'],
    ['durations', ['PT1H30M', '2 days 03:04:05', '1h 20min'], 'x holds durations, which are taken for categories: each different one is an input.'],
    ['months', ['2024-01', '2024-02'], 'x holds dates, which are taken for categories: each different one is an input.'],
    ['weeks and quarters', ['2024-W05', '2024Q1', 'Q3 2024'], 'x holds dates, which are taken for categories: each different one is an input.'],
    ['months by name', ['05-Jan-24', '5. März 2024', 'Dec 2024'], 'x holds dates, which are taken for categories: each different one is an input.'],
    ['times with a zone', ['2024/01/05 9:30:12 AM GMT+1', '5.1.'], 'x holds dates, which are taken for categories: each different one is an input.'],
    ['dates of Japan', ['2024年1月5日', '2024年2月6日'], 'x holds dates, which are taken for categories: each different one is an input.'],
    ['dates, most of them', ['2024-01-05', '2024-01-06', 'later'], 'x holds dates, which are taken for categories: each different one is an input.'],
    ['bounds', ['≥5', '≥6', 'many'], 'x has numbers in it, such as "≥5", but is taken for categories: each different value is an input.'],
    [
      'pairs of numbers',
      ['52.5, 13.4', '48.1, 11.5'],
      'x has numbers in it, such as "48.1, 11.5", but is taken for categories: each different value is an input.',
    ],
    ['one number', ['5', '5', '5'], 'x is 5 in every row, which tells nothing.'],
    ['one category', ['A', 'A'], 'x is "A" in every row, which tells nothing.'],
    ['the label itself', ['0', '0.5', '1'], 'x is the same as the label y in every row: leave it out unless it is known before.'],
    ['a row of totals', ['a', 'b', 'Total'], 'The last row has "Total" as its x, and is taken for an example like the others.'],
  ])('%s', (_, cells, sentence) => {
    expect(remarks(cells)).toEqual([sentence]);
  });

  test('of classes, too', () => {
    expect(remarks(['1', '3', '2', '5'], ['TRUE', 'False', 'true', 'False'])).toEqual(['y: "TRUE" and "true" are taken for different categories.']);
  });

  test('of classes that are missing', () => {
    expect(remarks(['1', '3', '2'], ['a', 'NA', 'b'])).toEqual(['y: "NA", which may mean that a value is missing, is taken for a class.']);
  });

  test('of classes with one row', () => {
    const classes = Array.from({ length: 12 }, (_, row) => (row === 3 ? 'rare' : row % 2 ? 'a' : 'b'));
    expect(
      remarks(
        classes.map((_, row) => String(row % 5)),
        classes,
      ),
    ).toEqual(['y: of rare there is one row, which cannot be both trained on and held out.']);
  });

  test('of a label that never changes', () => {
    const table = readTable('x,y\n1,2\n3,2\n', 'own.csv');
    expect(aboutExamples(table, tableExamples(table, { label: 'y' })).remarks[1]).toBe('The label y is 2 in every row: there is nothing to learn.');
  });
});

describe('nothing is said of', () => {
  test.each<[string, string[]]>([
    ['eight digits that are no dates', ['20241305', '20240106']],
    ['a negative number among others', ['-999', '-3', '5']],
    ['words with a number in few', ['red', 'blue', 'green 2']],
    ['names like months', ['Marie 12', 'Decker 7', 'Juno', 'Anna', 'Otto']],
    ['a total among others', ['Total', 'a', 'b']],
    ['words that differ', ['red', 'blue', 'blue', 'red']],
  ])('%s', (_, cells) => {
    expect(remarks(cells)).toEqual([]);
  });
});
