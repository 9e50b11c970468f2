import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdout, holdoutSizes } from '../../src/datasets/split.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const kernel = await loadKernel();

test('splits are disjoint, complete and in stored order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 0.4, noNaN: true }),
      fc.nat(),
      (n, validation, test, seed) => {
        const splits = holdout(n, { validation, test }, kernel, seed);
        const sizes = holdoutSizes(n, { validation, test });
        expect(splits.train.length).toBe(sizes.train);
        expect(splits.validation.length).toBe(sizes.validation);
        expect(splits.test.length).toBe(sizes.test);
        expect([...splits.train, ...splits.validation, ...splits.test].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        for (const rows of Object.values(splits)) expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

test('60/40 of 35 is 21 and 14', () => {
  expect(holdoutSizes(35, { validation: 0.4, test: 0 })).toEqual({ train: 21, validation: 14, test: 0 });
});

test('a whole number from 2 on is a number of examples, beside shares of all', () => {
  expect(holdoutSizes(70_000, { validation: 10_000, test: 0 }, 10_000)).toEqual({ train: 50_000, validation: 10_000, test: 10_000 });
  expect(holdoutSizes(40, { validation: 10, test: 0.25 })).toEqual({ train: 20, validation: 10, test: 10 });
  // More than there is: for the caller to refuse.
  expect(holdoutSizes(20, { validation: 15, test: 6 }).train).toBe(-1);
});

test('the last ones are held out as they are stored, whatever the seed, before those of the data set itself', () => {
  for (const seed of [1, 2]) {
    const { train, validation, test } = holdout(12, { validation: 3, test: 0.2, take: 'last' }, kernel, seed, 2);
    expect([[...train], [...validation], [...test]]).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6, 7],
      [8, 9, 10, 11],
    ]);
  }
});

test('the seed decides who is held out', () => {
  const of = (seed: number) => [...holdout(100, { validation: 0.2, test: 0 }, kernel, seed).validation];
  expect(of(1)).toEqual(of(1));
  expect(of(2)).not.toEqual(of(1));
});
