import { expect, it } from 'vitest';
import { poolSize } from '../../../src/islands/workers/pagePool.ts';

it('leaves a core to the page where there is more than one, and never takes more than eight', () => {
  expect([undefined, 1, 2, 3, 4, 8, 9, 64].map(poolSize)).toEqual([1, 1, 1, 2, 3, 7, 8, 8]);
});
