import { expect, it } from 'vitest';
import { poolSize } from '../../../src/islands/workers/pagePool.ts';

it('works on every core where there are few, leaves one to the page where there are more, and never takes more than eight', () => {
  expect([undefined, 1, 2, 3, 4, 5, 8, 9, 64].map((cores) => poolSize(cores))).toEqual([2, 1, 2, 3, 4, 4, 7, 8, 8]);
});
