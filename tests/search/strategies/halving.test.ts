import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import type { Space } from '../../../src/search/space/space.ts';
import { halvingsOf, rungs, successiveHalving } from '../../../src/search/strategies/halving.ts';
import { brackets, hyperband } from '../../../src/search/strategies/hyperband.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});
const space: Space = [{ kind: 'range', path: 'x', min: 0, max: 1, scale: 'linear', integer: false }];

/** Candidates and resources, where the whole is `most`. */
const table = (all: { candidates: number; share: number }[], most: number) =>
  all.map(({ candidates, share }) => [candidates, Math.round(share * most * 1e9) / 1e9]);

describe('Hyperband', () => {
  it('has the brackets of Li et al. 2018, table 1: R = 81, η = 3', () => {
    expect(brackets({ eta: 3, halvings: 4 }).map((bracket) => table(bracket, 81))).toEqual([
      [[81, 1], [27, 3], [9, 9], [3, 27], [1, 81]],
      [[34, 3], [11, 9], [3, 27], [1, 81]],
      [[15, 9], [5, 27], [1, 81]],
      [[8, 27], [2, 81]],
      [[5, 81]],
    ]); // prettier-ignore
  });

  it('has those of mlr3hyperband’s documentation: R = 8, η = 2', () => {
    expect(brackets({ eta: 2, halvings: 3 }).map((bracket) => table(bracket, 8))).toEqual([
      [[8, 1], [4, 2], [2, 4], [1, 8]],
      [[6, 2], [3, 4], [1, 8]],
      [[4, 4], [2, 8]],
      [[4, 8]],
    ]); // prettier-ignore
  });

  it('begins every bracket, and every round, with candidates that it has not tried', () => {
    let turn = hyperband(space, { eta: 2, halvings: 1 }, { kernel, seed: 1 });
    const asked: number[][] = [];
    for (let i = 0; i < 6; i++) {
      asked.push(turn.ask.map(({ point }) => Number(point['x'])));
      turn = turn.tell(turn.ask.map((_, index) => -index));
    }
    // Brackets of R = 2: (2, 1), (1, 2); (2, 2); and again. The last of a rung was told the best.
    expect(asked.map((points) => points.length)).toEqual([2, 1, 2, 2, 1, 2]);
    expect(asked[1]).toEqual([asked[0]![1]]);
    expect(new Set([asked[0]!, asked[2]!, asked[3]!, asked[5]!].flat()).size).toBe(8);
  });
});

describe('successive halving', () => {
  it('gives every rung the same budget, as in Jamieson & Talwalkar 2016: r_k = B/(|S_k| log₂ n)', () => {
    const [n, eta, whole] = [16, 2, 16];
    const budget = 5 * 16;
    const schedule = rungs(n, eta, halvingsOf(n, eta));
    expect(schedule.map(({ candidates }) => candidates)).toEqual([16, 8, 4, 2, 1]);
    for (const { candidates, share } of schedule) expect(share * whole).toBe(budget / (candidates * schedule.length));
  });

  it('keeps the best, whatever the scores', () => {
    const score = fc.oneof(fc.double({ noNaN: true }), fc.constant(Infinity));
    fc.assert(
      fc.property(fc.array(score, { minLength: 9, maxLength: 9 }), (scores) => {
        const turn = successiveHalving(space, { candidates: 9, eta: 3 }, { kernel, seed: 1 });
        const kept = turn.tell(scores).ask.map(({ point }) => turn.ask.findIndex((proposal) => proposal.point === point));
        const dropped = scores.filter((_, index) => !kept.includes(index));
        expect(kept.length).toBe(3);
        for (const index of kept) expect(scores[index]!).toBeLessThanOrEqual(Math.min(...dropped));
      }),
      { numRuns: 50 },
    );
  });

  it('counts its rungs in whole numbers', () => {
    // In floating point, ln 1000 / ln 10 is a hair below 3.
    expect(halvingsOf(1000, 10)).toBe(3);
    expect([2, 3, 8, 9, 26, 27].map((n) => halvingsOf(n, 3))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('is a value: a state that is told twice goes the same way twice', () => {
    const turn = successiveHalving(space, { candidates: 9, eta: 3 }, { kernel, seed: 4 });
    const scores = turn.ask.map((_, i) => (i * 5) % 9);
    const once = turn.tell(scores);
    turn.tell(scores.toReversed());
    expect(turn.tell(scores).ask).toEqual(once.ask);
  });
});
