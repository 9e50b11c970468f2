import { describe, expect, it } from 'vitest';
import { readEntry, readLearningRate } from '../../../../src/islands/explorers/backpropagation/exercise.ts';
import {
  add,
  formatFraction,
  fraction,
  multiply,
  parseFraction,
  subtract,
  toNumber,
  writeFraction,
} from '../../../../src/islands/explorers/backpropagation/fraction.ts';

describe('fractions', () => {
  it('are exact and in lowest terms', () => {
    expect(add(fraction(1, 10), fraction(2, 10))).toEqual(fraction(3, 10)); // which 0.1 + 0.2 is not
    expect(fraction(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(subtract(fraction(1, 3), fraction(1, 2))).toEqual(fraction(-1, 6));
    expect(multiply(fraction(2, 3), fraction(3, 4))).toEqual(fraction(1, 2));
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  it.each([
    ['-2', fraction(-2)],
    ['−2', fraction(-2)],
    ['0,25', fraction(1, 4)],
    [' 0.25 ', fraction(1, 4)],
    ['.5', fraction(1, 2)],
    ['-1/3', fraction(-1, 3)],
    ['3.', fraction(3)],
  ])('are read from “%s”', (text, value) => expect(parseFraction(text)).toEqual(value));

  it.each(['', '.', '-', '1/0', '1e3', 'x', '1/2/3', '1.5/2', '--1', '9'.repeat(13)])('are not read from “%s”', (text) =>
    expect(parseFraction(text)).toBeUndefined(),
  );

  it.each([
    [fraction(-3), '−3'],
    [fraction(5, 2), '2.5'],
    [fraction(-1, 20), '−0.05'],
    [fraction(-5, 3), '−5/3'],
    [fraction(1, 10_000), '0.0001'],
    [fraction(123_457, 123_456), '≈ 1.0000'],
  ])('are shown as one writes them', (value, shown) => expect(formatFraction(value)).toBe(shown));

  it('are written so that they read back', () => {
    for (const value of [fraction(-7, 3), fraction(5, 8), fraction(-1, 10_000), fraction(12_345, 100)])
      expect(parseFraction(writeFraction(value))).toEqual(value);
  });

  it('become numbers, also where numerator and denominator are too large for one', () => {
    expect(toNumber(fraction(1, 3))).toBe(1 / 3);
    expect(toNumber(fraction(3n ** 2000n, 3n ** 2001n))).toBeCloseTo(1 / 3, 15);
  });
});

describe('what a reader enters', () => {
  it('is taken within its range, and else refused with what is allowed', () => {
    expect(readEntry('1/3')).toEqual({ value: fraction(1, 3) });
    expect(readLearningRate('0')).toEqual({ value: fraction(0) });
    for (const text of ['1001', '-1000.1', '0.0001', '1/1001', 'abc', '']) expect(readEntry(text)).toHaveProperty('problem');
    for (const text of ['-0.1', '10.1']) {
      const reading = readLearningRate(text);
      expect('problem' in reading && reading.problem).toMatch(/^Found “.*”; allowed: a number from 0 to 10/);
    }
  });
});
