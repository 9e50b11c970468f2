import { expect, test } from 'vitest';
import { examplesSeen, updatesOf } from '../../../src/experiments/configuration/budget.ts';

// 21 examples in batches of 5: 5 updates per epoch, the last of 1 example.
test.each([
  ['3 epochs', { epochs: 3 }, 15],
  ['7 updates', { updates: 7 }, 7],
  ['one example: one update', { examples: 1 }, 1],
  ['5 examples: one update', { examples: 5 }, 1],
  ['6 examples: a second one', { examples: 6 }, 2],
  ['21 examples: one epoch', { examples: 21 }, 5],
  ['22 examples: into the second epoch', { examples: 22 }, 6],
  ['210 examples: ten epochs', { examples: 210 }, 50],
])('%s', (_what, budget, updates) => {
  expect(updatesOf(budget, 21, 5)).toBe(updates);
});

test('examples seen count the smaller last batch for what it is', () => {
  expect([0, 1, 4, 5, 6, 10].map((updates) => examplesSeen(updates, 21, 5))).toEqual([0, 5, 20, 21, 26, 42]);
});
