import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { createExamples } from '../../../src/datasets/index.ts';
import { foldHoldout, trainedInFold } from '../../../src/experiments/plan/foldHoldout.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

it('holds out every example that is not for testing once, and trains on all others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 0.2), fc.boolean(), (count, seed, test, stratified) => {
      const dataset = { name: 'circles', examples: 50, noise: 0.1, factor: 0.5 };
      const examples = createExamples(dataset, kernel, seed);
      const split = { validation: 0.3, test, ...(stratified && { stratified: true as const }) };
      const folds = Array.from({ length: count }, (_, index) => foldHoldout(examples, split, { index, count }, kernel, seed));
      const all = Array.from({ length: 50 }, (_, row) => row);
      const sorted = (rows: number[]) => rows.sort((a, b) => a - b);
      expect(folds[0]!.test.length).toBe(50 * test);
      expect(sorted([...folds.flatMap(({ validation }) => [...validation]), ...folds[0]!.test])).toEqual(all);
      folds.forEach((fold, index) => {
        expect(sorted([...fold.train, ...fold.validation, ...fold.test])).toEqual(all);
        expect(fold.train.length).toBe(trainedInFold({ dataset, split }, { index, count }));
        // Two classes of 25: a fold has half of each, to within one.
        if (stratified && test === 0) {
          const ones = [...fold.validation].filter((row) => examples.y[row] === 1).length;
          expect(Math.abs(ones - fold.validation.length / 2)).toBeLessThanOrEqual(1);
        }
      });
    }),
    { numRuns: 40 },
  );
});

it('folds are stretches of what is stored where the last examples are held out', () => {
  const examples = createExamples({ name: 'circles', examples: 10, noise: 0.1, factor: 0.5 }, kernel, 1);
  const folds = [0, 1, 2].map((index) => foldHoldout(examples, { validation: 0.5, test: 3, take: 'last' }, { index, count: 3 }, kernel, 1));
  // scikit-learn: KFold(3).split(range(7))
  expect(folds.map(({ validation }) => [...validation])).toEqual([
    [0, 1, 2],
    [3, 4],
    [5, 6],
  ]);
  for (const { test } of folds) expect([...test]).toEqual([7, 8, 9]);
});

it('takes the place of the validation split, and changes neither the initial parameters nor the data', () => {
  const { configuration } = circlesExperiment();
  const [whole, fold] = [planRun(configuration, 3, kernel), planRun(configuration, 3, kernel, undefined, { index: 1, count: 4 })];
  // 100 examples: 80 and 20 by the default share, 75 and 25 in a fourth.
  expect([whole.plan.data.train.examples, whole.plan.data.validation?.examples]).toEqual([80, 20]);
  expect([fold.plan.data.train.examples, fold.plan.data.validation?.examples]).toEqual([75, 25]);
  expect(fold.plan.parameters).toEqual(whole.plan.parameters);
  expect(fold.examples).toEqual(whole.examples);
  // 3 epochs of ⌈75/10⌉ updates.
  expect(fold.updates).toBe(24);
});

it('says what is wrong with more folds than examples', () => {
  const examples = createExamples({ name: 'circles', examples: 10, noise: 0.1, factor: 0.5 }, kernel, 1);
  expect(() => foldHoldout(examples, { validation: 0, test: 0 }, { index: 0, count: 11 }, kernel, 1)).toThrow(
    'Found 11 folds; allowed: an integer from 2 to 10',
  );
});
