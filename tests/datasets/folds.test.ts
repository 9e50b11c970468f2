import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kFold, stratifiedKFold } from '../../src/datasets/folds.ts';
import { stratifiedHoldout, holdout, holdoutSizes } from '../../src/datasets/split.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const kernel = await loadKernel();
const all = (n: number) => Array.from({ length: n }, (_, i) => i);
const ascending = (rows: Int32Array) => expect([...rows]).toEqual([...rows].sort((a, b) => a - b));

test('each example is held out once, and trains in all other folds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 2, max: 10 }), fc.nat(), (n, k, seed) => {
      fc.pre(k <= n);
      const folds = kFold(n, k, kernel, seed);
      expect(folds.flatMap(({ validation }) => [...validation]).sort((a, b) => a - b)).toEqual(all(n));
      for (const { train, validation } of folds) {
        expect([...train, ...validation].sort((a, b) => a - b)).toEqual(all(n));
        ascending(train);
        ascending(validation);
      }
    }),
    { numRuns: 50, seed: 1 },
  );
});

test('ten examples in three folds: 4, 3, 3', () => {
  expect(kFold(10, 3, kernel, 1).map(({ validation }) => validation.length)).toEqual([4, 3, 3]);
});

test('stratified folds hold each class in proportion, to within one', () => {
  // 50, 20 and 10 members in five folds: 10, 4 and 2 in each.
  const classes = all(80).map((i) => (i < 50 ? 0 : i < 70 ? 1 : 2));
  for (const { validation } of stratifiedKFold(classes, 5, kernel, 1)) {
    const counts = [0, 1, 2].map((own) => validation.filter((row) => classes[row] === own).length);
    [10, 4, 2].forEach((expected, own) => expect(Math.abs(counts[own]! - expected)).toBeLessThanOrEqual(1));
    expect(validation.length).toBe(16);
  }
});

test('a stratified holdout holds each class in proportion in each split, to within one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }), fc.nat(), fc.boolean(), (classes, seed, some) => {
      // Where labels are kept from training, it is a part of what would else be trained on.
      const unlabelled = some ? Math.floor(classes.length / 5) : 0;
      const shares = { validation: 0.3, test: 0.2, ...(some && { unlabelled }) };
      const splits = stratifiedHoldout(classes, shares, kernel, seed);
      const sizes = { ...holdoutSizes(classes.length, shares), unlabelled };
      expect(
        Object.values(splits)
          .flatMap((rows) => [...rows])
          .sort((a, b) => a - b),
      ).toEqual(all(classes.length));
      for (const [name, rows] of Object.entries(splits)) {
        expect(rows.length).toBe(sizes[name as keyof typeof sizes]);
        for (const own of [0, 1, 2, 3]) {
          const members = classes.filter((value) => value === own).length;
          const expected = (members * rows.length) / classes.length;
          expect(Math.abs([...rows].filter((row) => classes[row] === own).length - expected)).toBeLessThan(2);
        }
      }
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('a data set’s own test set is for testing only; shares are those of the other examples', () => {
  for (const splits of [
    holdout(100, { validation: 0.25, test: 0 }, kernel, 1, 20),
    stratifiedHoldout(
      all(100).map((i) => i % 2),
      { validation: 0.25, test: 0 },
      kernel,
      1,
      20,
    ),
  ]) {
    expect([...splits.test]).toEqual(all(100).slice(80));
    expect([splits.train.length, splits.validation.length]).toEqual([60, 20]);
  }
});

test('the seed decides', () => {
  const first = (seed: number) => [...kFold(50, 5, kernel, seed)[0]!.validation];
  expect(first(1)).toEqual(first(1));
  expect(first(2)).not.toEqual(first(1));
});

test('a number of folds that does not fit says what does', () => {
  for (const count of [0, 1, 2.5, 11, NaN])
    expect(() => kFold(10, count, kernel, 1)).toThrow(`Found ${count} folds; allowed: an integer from 2 to 10 (the number of examples).`);
  expect(() => stratifiedKFold([0, 0, 0, 0, 1, 1], 3, kernel, 1)).toThrow(
    'Found 3 folds; allowed: an integer from 2 to 2 (the size of the smallest class, 1).',
  );
});
