import { describe, expect, it } from 'vitest';
import { tickRoom, valueScale } from '../../../src/figures/parts/ticks.ts';

describe('valueScale', () => {
  it('marks 1, 2, 5 on a log scale of two decades, and powers of ten on one of many', () => {
    expect(valueScale([0.009, 0.7], 'log').ticks).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5]);
    expect(valueScale([1e-5, 1], 'log').ticks).toEqual([1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]);
  });

  it('marks even steps within a decade', () => {
    const { ticks, type } = valueScale([0.0031, 0.0049], 'log');
    expect(type).toBe('log');
    // Steps of 0.0005 between 0.0031 and 0.0049, which the margin widens by less than two per cent.
    expect(ticks).toEqual([0.0035, 0.004, 0.0045]);
  });

  it('leaves out what a log scale cannot hold', () => {
    const { domain } = valueScale([0, -1, NaN, Infinity, 0.1, 1], 'log');
    expect(domain[0]).toBeGreaterThan(0.05);
    expect(domain[1]).toBeLessThan(2);
  });

  it('does not go below zero where no value does', () => {
    expect(valueScale([0.01, 1], 'linear').domain[0]).toBe(0);
    expect(valueScale([-1, 1], 'linear').domain[0]).toBeLessThan(-1);
  });

  it('has a domain for nothing, and for one value', () => {
    expect(valueScale([], 'log').domain).toEqual([0, 1]);
    for (const type of ['linear', 'log'] as const) {
      const { domain, ticks } = valueScale([0.25], type);
      expect(domain[0]).toBeLessThan(0.25);
      expect(domain[1]).toBeGreaterThan(0.25);
      expect(ticks.length).toBeGreaterThan(1);
    }
  });

  it('writes ticks short', () => {
    const { tickFormat } = valueScale([1], 'linear');
    expect([0.5, 0.00001, 0.00025, -2, 12_000].map(tickFormat)).toEqual(['0.5', '10⁻⁵', '2.5·10⁻⁴', '−2', '12\u202f000']);
    expect([1_000_000, 2_500_000].map(tickFormat)).toEqual(['10⁶', '2.5·10⁶']);
  });
});

describe('tickRoom', () => {
  it('holds the longest label, and is the same for all that are short', () => {
    const room = (values: number[]) => tickRoom(valueScale(values, 'linear'));
    expect(room([0, 1])).toBe(room([0, 50]));
    // "500 000" is seven characters of at least 5.5 px.
    expect(room([0, 500_000])).toBeGreaterThan(7 * 5.5 + 9);
  });
});
