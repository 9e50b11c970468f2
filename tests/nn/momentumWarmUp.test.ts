import { expect, it } from 'vitest';
import { momentumAt } from '../../src/nn/optimizers/momentumWarmUp.ts';

it.each([
  // From 0.5 to 0.9 in 4 updates: 0.1 more in each.
  { from: 0.5, to: 0.9, updates: 4, values: [0.5, 0.6, 0.7, 0.8, 0.9, 0.9] },
  { from: 0, to: 0.9, updates: 1, values: [0, 0.9, 0.9] },
  { from: 0.9, to: 0.5, updates: 2, values: [0.9, 0.7, 0.5, 0.5] },
])('from $from to $to in $updates updates', ({ from, to, updates, values }) => {
  values.forEach((value, step) => expect(momentumAt(step, to, { from, updates })).toBeCloseTo(value, 12));
});
