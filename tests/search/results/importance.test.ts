import { describe, expect, it } from 'vitest';
import type { SearchLog } from '../../../src/search/run/drive.ts';
import { explained, importanceOf } from '../../../src/search/results/importance.ts';
import { searchOf } from '../specs.ts';

describe('the share of variance explained', () => {
  it('is all where groups differ and their members do not', () => {
    expect(explained(['a', 'a', 'b', 'b'], [1, 1, 3, 3])).toBe(1);
  });

  it('has what chance explains taken off', () => {
    // Means 2 and 4 about 3: between 4, within 2 + 2, total 8. ε² = 1 − (4/2) / (8/3) = 1/4.
    expect(explained(['a', 'a', 'b', 'b'], [1, 3, 3, 5])).toBeCloseTo(0.25, 12);
    // Equal means: 1 − (4/2) / (4/3) is below 0.
    expect(explained(['a', 'a', 'b', 'b'], [1, 3, 1, 3])).toBe(0);
  });

  it('is nothing where there is one group, or a group for each', () => {
    expect(explained(['a', 'a', 'a'], [1, 2, 3])).toBe(0);
    expect(explained(['a', 'b', 'c'], [1, 2, 3])).toBe(0);
  });
});

describe('the importance of dimensions', () => {
  const space = { 'training.batchSize': [5, 10, 20], 'network.activation': ['relu', 'tanh'] };
  /** All six points twice (two seeds); the score is the batch size alone, once infinite. */
  const logs = (search: ReturnType<typeof searchOf>): SearchLog[] =>
    [1, 2].map((seed) => ({
      ...{ strategy: search.strategies[0]!, seed, cancelled: false },
      trials: [5, 10, 20].flatMap((size) =>
        ['relu', 'tanh'].map((activation) => {
          const score = size === 20 ? Infinity : size * seed;
          const proposal = { point: { 'training.batchSize': size, 'network.activation': activation }, share: 1 };
          return {
            proposal,
            values: [score],
            value: score,
            score,
            digests: [],
            work: { epochs: 0, updates: 0, examples: 0, multiplyAdds: 0 },
            trainingTime: 0,
          };
        }),
      ),
    }));

  it('goes to what decides the ranks, also where some trials diverged, and however scores differ from seed to seed', () => {
    const search = searchOf({ space, strategy: 'grid', seeds: 2 });
    expect(importanceOf(search, logs(search))).toEqual([
      { path: 'training.batchSize', share: 1 },
      { path: 'network.activation', share: 0 },
    ]);
  });

  it('is not told of a search whose values follow its scores', () => {
    const search = searchOf({ space, strategy: 'greedy', seeds: 2 });
    expect(importanceOf(search, logs(search))).toBeUndefined();
  });
});
