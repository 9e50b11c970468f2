import { expect, it } from 'vitest';
import { wrap } from '../../../../../src/islands/experiment/menus/figure/wrap.ts';

/** Every character is one wide. */
const length = (line: string) => line.length;

it('breaks at spaces, as late as the width allows', () => {
  expect(wrap('aa bb cc dd', 5, length)).toEqual(['aa bb', 'cc dd']);
  expect(wrap('aa bb cc dd', 11, length)).toEqual(['aa bb cc dd']);
});

it('gives a word that is too wide a line of its own, and no text no line', () => {
  expect(wrap('a wwwwwwww b', 4, length)).toEqual(['a', 'wwwwwwww', 'b']);
  expect(wrap('  ', 4, length)).toEqual([]);
});
