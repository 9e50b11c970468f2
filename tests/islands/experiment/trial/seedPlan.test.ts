import { describe, expect, it } from 'vitest';
import { moreSeeds, seedChoices } from '../../../../src/islands/experiment/trial/seedPlan.ts';

describe('seedChoices', () => {
  it('goes up to what 2,000 runs allow, and has all seeds of the recording', () => {
    expect(seedChoices(1, 20)).toEqual([1, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]);
    expect(seedChoices(12, 30)).toEqual([1, 3, 5, 10, 20, 30, 50, 100]);
    expect(seedChoices(900, 1)).toEqual([1]);
  });
});

describe('moreSeeds', () => {
  it('goes up in steps, to 100', () => {
    const path = [1];
    for (let next = moreSeeds(1, 3, 20); next !== undefined; next = moreSeeds(next, 3, 20)) path.push(next);
    expect(path).toEqual([1, 5, 10, 20, 50, 100]);
  });

  it('stops at the recording where that has more, and at 2,000 runs', () => {
    expect(moreSeeds(100, 2, 150)).toBe(150);
    expect(moreSeeds(150, 2, 150)).toBeUndefined();
    // 60 arms: 33 seeds make 1,980 runs.
    expect(moreSeeds(20, 60, 10)).toBe(33);
    expect(moreSeeds(33, 60, 10)).toBeUndefined();
  });
});
