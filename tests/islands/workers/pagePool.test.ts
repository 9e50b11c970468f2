import { expect, it } from 'vitest';
import { dataBytes } from '../../../src/experiments/plan/dataBytes.ts';
import { poolSize, workersFor } from '../../../src/islands/workers/pagePool.ts';

it('works on every core where there are few, leaves one to the page where there are more, and never takes more than eight', () => {
  expect([undefined, 1, 2, 3, 4, 5, 8, 9, 64].map((cores) => poolSize(cores))).toEqual([2, 1, 2, 3, 4, 4, 7, 8, 8]);
});

it('all workers together hold at most what a phone can spare of the data, but for the one that there must be', () => {
  const bytes = dataBytes({ dataset: { name: 'mnist', examples: 60_000, testExamples: 10_000 } });
  // A byte for each of 784 pixels, read once and placed once.
  expect(bytes).toBe(70_000 * 784 * 2);
  expect(workersFor(bytes, 250e6)).toBe(2);
  expect(workersFor(bytes, 100e6)).toBe(1);
  expect(workersFor(dataBytes({ dataset: { name: 'circles', examples: 1000, noise: 0.1, factor: 0.5 } }), 250e6)).toBe(250e6 / (1000 * 2 * 4 * 2));
});
