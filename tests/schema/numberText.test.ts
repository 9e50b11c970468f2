import { expect, it } from 'vitest';
import { numberOrText, valueOfText } from '../../src/schema/numberText.ts';

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

it('yes and no are neither', () => {
  expect(['true', 'false', 'True', '0'].map(valueOfText)).toEqual([true, false, 'True', 0]);
});
