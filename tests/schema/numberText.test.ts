import { expect, it } from 'vitest';
import { numberOrText, typedNumber, valueOfText } from '../../src/schema/numberText.ts';

it.each([
  ['12', 12],
  ['-0.5', -0.5],
  ['+.5', 0.5],
  ['1.', 1],
  ['1e-3', 0.001],
  ['2E+2', 200],
])('%s is a number', (text, value) => {
  expect(numberOrText(text)).toBe(value);
});

it.each(['', ' ', '.', 'e3', '1e', '0x10', 'Infinity', 'NaN', '1,5', '1 ', '1e3.5', 'adam'])('"%s" is a text', (text) => {
  expect(numberOrText(text)).toBe(text);
});

it.each([
  ['0,02', 0.02],
  [',5', 0.5],
  ['-0,125', -0.125],
  ['1,5', 1.5],
  ['1,2345', 1.2345],
  ['0,5e-3', 0.0005],
  ['−3', -3],
  [' 0.02 ', 0.02],
])('"%s" is a number where it is typed', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

it.each(['1,234', '1,2,3', '1.234,5', '0,', '0,0,2'])('"%s" is none without a guess, even if typed', (text) => {
  expect(typedNumber(text)).toBe(text);
});

it('yes and no are neither', () => {
  expect(['true', 'false', 'True', '0'].map(valueOfText)).toEqual([true, false, 'True', 0]);
});
