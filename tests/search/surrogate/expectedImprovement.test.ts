import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { libm, type Libm } from '../../../src/kernel/libm.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { expectedImprovement } from '../../../src/search/surrogate/expectedImprovement.ts';
import { normalDensity, normalShareBelow } from '../../../src/search/surrogate/normal.ts';

let functions: Libm;
beforeAll(async () => {
  functions = libm(await loadKernel());
});

/** Simpson's rule. */
function integrate(f: (x: number) => number, from: number, to: number, intervals = 4000): number {
  const h = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

const density = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

// Abramowitz & Stegun (1964), table 26.1, and for the tail table 26.2 (−log₁₀ Q(5) = 6.54265, −log₁₀ Q(10) = 23.11805).
it.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [2, 0.977249868051821],
  [2.5, 0.993790334674224],
  [-1, 1 - 0.841344746068543],
])('the share below %d is %d', (x, share) => expect(normalShareBelow(x, functions)).toBeCloseTo(share, 13));

it.each([
  [5, 6.54265],
  [10, 23.11805],
])('the tail beyond %d is as tabulated', (x, digits) => expect(-Math.log10(normalShareBelow(-x, functions))).toBeCloseTo(digits, 5));

it('is the integral of the density, also where series and fraction meet', () => {
  for (const [from, to] of [
    [2.9, 3.1],
    [-3.1, -2.9],
    [-4, 4],
  ] as const) {
    const share = normalShareBelow(to, functions) - normalShareBelow(from, functions);
    expect(share).toBeCloseTo(integrate(density, from, to), 12);
    expect(normalDensity(to, functions)).toBeCloseTo(density(to), 14);
  }
});

it('is the mean of what falls below the best, integrated numerically', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.05, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (mean, deviation, best) => {
        // In units of the deviation: max(best − mean − deviation·t, 0), which is zero beyond t = z.
        const z = (best - mean) / deviation;
        const [from, to] = [-12, Math.min(z, 12)];
        const expected = to > from ? integrate((t) => (best - mean - deviation * t) * density(t), from, to) : 0;
        expect(expectedImprovement(mean, deviation, best, functions)).toBeCloseTo(expected, 8);
      },
    ),
    { numRuns: 60 },
  );
});

it('without doubt is the gap itself; far above the best it is nothing, and never negative', () => {
  expect(expectedImprovement(1, 0, 3, functions)).toBe(2);
  expect(expectedImprovement(3, 0, 1, functions)).toBe(0);
  for (let z = 5; z < 60; z += 0.37) expect(expectedImprovement(z, 1, 0, functions)).toBeGreaterThanOrEqual(0);
});
