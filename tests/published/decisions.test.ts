import { expect, test } from 'vitest';
import { normalBelow } from '../../src/statistics/normal.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { openStream } from '../../src/kernel/random.ts';
import { decisions, differences } from '../../src/published/decisions.ts';
import type { Published } from '../../src/published/published.ts';

const kernel = await loadKernel();

test('draws of some of the differences, against the count of all of them', () => {
  const stream = openStream(kernel, 1, 'simulation');
  // Of −3, 1, 1, 1 one is below zero in a quarter of draws. Two have a mean below zero in half of them, and a median that is the same.
  // Three: with −3 the sum is −1, which is in three draws of four, and their median is 1.
  const [one, two, three, four] = decisions([-3, 1, 1, 1], [1, 2, 3, 4], 20_000, stream);
  expect(one!.byMean).toBeCloseTo(0.25, 1);
  expect(one!.byMedian).toBe(one!.byMean);
  expect(two).toMatchObject({ seeds: 2, byMedian: two!.byMean });
  expect(Math.abs(two!.byMean - 0.5)).toBeLessThan(0.015);
  expect(Math.abs(three!.byMean - 0.75)).toBeLessThan(0.015);
  expect(three!.byMedian).toBe(0);
  // All of them: the sum is 0, which names nobody.
  expect(four).toMatchObject({ seeds: 4, byMean: 0, byMedian: 0 });
  expect(four!.normal).toBeCloseTo(0.5, 6);
  // Mean 2, standard deviation √2: Φ(−√2) for one seed, Φ(−2) for two.
  const [single, pair] = decisions([1, 3], [1, 2], 10, stream);
  expect(single!.normal).toBeCloseTo(0.0786496, 6);
  expect(pair!.normal).toBeCloseTo(0.0227501, 6);
});

test('differences are taken within the seeds', () => {
  const arm = (label: string, values: number[]) => ({ label, runs: values.map((value, place) => ({ seed: place + 1, final: { 'train.loss': value } })) });
  const published = { experiment: { id: 'one' }, recording: { arms: [arm('a', [1, 2]), arm('b', [1.5, 1])] } } as unknown as Published;
  expect(differences(published, ['a', 'b'], 'train.loss')).toEqual([0.5, -1]);
  expect(() => differences(published, ['a', 'c'], 'train.loss')).toThrow('"one" has no arm "c"; there are a, b');
  expect(() => differences(published, ['a', 'b'], 'test.loss')).toThrow('seed 1 has no test.loss');
});

test('the normal distribution, against its table', () => {
  for (const [z, below] of [
    [0, 0.5],
    [-0.5, 0.3085375],
    [1, 0.8413447],
    [-1.96, 0.0249979],
    [-3, 0.0013499],
  ] as const)
    expect(normalBelow(z)).toBeCloseTo(below, 6);
});
