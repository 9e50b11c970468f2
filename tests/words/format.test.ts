import { describe, expect, it } from 'vitest';
import { digitsApart, formatCount, formatNumber, formatValue } from '../../src/words/format.ts';

describe('formatNumber', () => {
  it('keeps significant digits, trailing zeros included', () => {
    expect([0.5, 0.0123456, 12.3456, -1.5].map((value) => formatNumber(value))).toEqual(['0.500', '0.0123', '12.3', '−1.50']);
    expect(formatNumber(0.0587, 2)).toBe('0.059');
  });

  it('writes very small and very large numbers as powers of ten, and thousands in groups', () => {
    expect(formatNumber(1.4635887487e-5)).toBe('1.46·10⁻⁵');
    expect(formatNumber(2.5e7)).toBe('2.50·10⁷');
    expect(formatNumber(123_456)).toBe('123\u202f000');
  });

  it('has words for what is not finite', () => {
    expect([0, Infinity, -Infinity, NaN].map((value) => formatNumber(value))).toEqual(['0', '∞', '−∞', 'not a number']);
  });
});

describe('formatCount', () => {
  it('groups thousands from five digits on', () => {
    expect([150, 6000, 300_000, 1_234_567, 2.456].map(formatCount)).toEqual(['150', '6000', '300\u202f000', '1\u202f234\u202f567', '2.46']);
  });
});

describe('formatValue', () => {
  it('writes hyperparameters as a person would', () => {
    expect([[16, 16], [], true, 0.001, 'adam'].map(formatValue)).toEqual(['16, 16', 'none', 'yes', '0.001', 'adam']);
  });
});

describe('digitsApart', () => {
  it('is the fewest digits at which numbers read differently', () => {
    expect(digitsApart([[1, 2]])).toBe(3);
    expect(
      digitsApart([
        [1.24961, 1.24964],
        [0.5, 0.6],
      ]),
    ).toBe(6);
  });

  it('lets what may be rounding read alike', () => {
    expect(digitsApart([[0.3, 0.30000001]])).toBe(3);
    expect(digitsApart([])).toBe(3);
  });
});
