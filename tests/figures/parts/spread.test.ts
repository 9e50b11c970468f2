import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../../src/figures/parts/spread.ts';

describe('spread', () => {
  it('leaves alone what is far enough apart', () => {
    expect(spread([50, 10, 30], 10, 0, 100)).toEqual([50, 10, 30]);
  });

  it('moves a crowd apart around its mean, in its order', () => {
    // Three around 11 with a gap of 5: least squares keeps their mean, so 6, 11, 16.
    expect(spread([12, 10, 11], 5, 0, 100)).toEqual([16, 6, 11]);
  });

  it('keeps inside the frame', () => {
    expect(spread([99, 100], 10, 0, 100)).toEqual([90, 100]);
    expect(spread([0, 0], 10, 0, 100)).toEqual([0, 10]);
  });

  it('always leaves the gap, as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { minLength: 1, maxLength: 15 }), (wanted) => {
        const placed = spread(wanted, 13, 0, 200).sort((a, b) => a - b);
        expect(placed[0]).toBeGreaterThanOrEqual(0);
        expect(placed.at(-1)).toBeLessThanOrEqual(200 + 1e-9);
        for (const [index, position] of placed.slice(1).entries()) expect(position - placed[index]!).toBeGreaterThanOrEqual(13 - 1e-9);
      }),
    );
  });
});
