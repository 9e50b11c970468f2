import katex from 'katex';
import { expect, it } from 'vitest';
import { symbols } from '../../src/site/symbols.ts';

it('are formulas that can be set, each said once, with a meaning', () => {
  const all = symbols();
  expect(all.length).toBeGreaterThan(10);
  const formulas = all.flatMap(({ symbol }) => symbol.filter((_, index) => index % 2 === 1));
  expect(formulas.length).toBeGreaterThanOrEqual(all.length);
  expect(new Set(formulas).size).toBe(formulas.length);
  for (const { symbol, meaning } of all) {
    expect(meaning.join('')).not.toBe('');
    for (const parts of [symbol, meaning]) {
      for (const tex of parts.filter((_, index) => index % 2 === 1)) expect(() => katex.renderToString(tex, { strict: 'error' }), tex).not.toThrow();
    }
  }
});
