import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { libm, type Libm } from '../../../src/kernel/libm.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { gridOf, levelsOf, valueAt, type Dimension, type Space } from '../../../src/search/space/space.ts';
import { bayesianSearch } from '../../../src/search/strategies/bayesian.ts';
import { greedySearch } from '../../../src/search/strategies/greedy.ts';
import { gridSearch } from '../../../src/search/strategies/grid.ts';
import { successiveHalving } from '../../../src/search/strategies/halving.ts';
import { randomSearch } from '../../../src/search/strategies/random.ts';
import { tunedComparison } from '../../../src/search/strategies/tuned.ts';
import { keyOf, type Proposal, type Turn } from '../../../src/search/space/turn.ts';
import { withinBudget } from '../../../src/search/run/withinBudget.ts';

let kernel: Kernel;
let functions: Libm;
beforeAll(async () => {
  kernel = await loadKernel();
  functions = libm(kernel);
});

const list = (path: string, ...values: number[]): Dimension => ({ kind: 'list', path, values });
const unit = (path: string): Dimension => ({ kind: 'range', path, min: 0, max: 1, scale: 'linear', integer: false });
const plane: Space = [unit('x'), unit('y')];

interface Scored extends Proposal {
  score: number;
}

/** Search an objective without training anything; full trainings spend the budget. */
function solve(turn: Turn, objective: (proposal: Proposal) => number, budget = Infinity): Scored[] {
  const all: Scored[] = [];
  let current = withinBudget(turn, ({ share }) => share, budget);
  while (current.ask.length > 0) {
    const scored = current.ask.map((proposal) => ({ ...proposal, score: objective(proposal) }));
    all.push(...scored);
    current = current.tell(scored.map(({ score }) => score));
  }
  return all;
}

/** The lowest score of those trained in full. */
const best = (all: Scored[]) => Math.min(...all.filter(({ share }) => share === 1).map(({ score }) => score));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const seeds = Array.from({ length: 24 }, (_, i) => i + 1);

describe('spaces', () => {
  it('cut ranges evenly on their scale', () => {
    const range = { kind: 'range', path: 'rate', min: 0.0001, max: 1, scale: 'log', integer: false } as const;
    expect(levelsOf(range, 5, functions)).toEqual([0.0001, 0.001, 0.01, 0.1, 1]);
    expect(levelsOf({ ...range, min: 0, scale: 'linear' }, 3, functions)).toEqual([0, 0.5, 1]);
    expect(levelsOf({ ...range, min: 1, max: 3, scale: 'linear', integer: true }, 5, functions)).toEqual([1, 2, 3]);
  });

  it('draw whole numbers equally often, ends included, and stay inside their range', () => {
    const die: Dimension = { kind: 'range', path: 'n', min: 1, max: 6, scale: 'linear', integer: true };
    const counts = new Map<unknown, number>();
    for (let i = 0; i < 600; i++) counts.set(valueAt(die, (i + 0.5) / 600, functions), (counts.get(valueAt(die, (i + 0.5) / 600, functions)) ?? 0) + 1);
    expect([...counts].sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, 100]));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.boolean(), fc.integer({ min: 1, max: 50 }), (u, integer, width) => {
        const value = Number(valueAt({ kind: 'range', path: 'n', min: 1, max: 1 + width, scale: 'log', integer }, u, functions));
        expect(value >= 1 && value <= 1 + width && (!integer || Number.isInteger(value))).toBe(true);
      }),
    );
  });
});

describe('grid and random search', () => {
  it('a grid is every combination once, the last path varying fastest', () => {
    const all = solve(gridSearch([list('a', 1, 2), list('b', 3, 4, 5)], { levels: 2 }, functions), () => 0);
    expect(all.map(({ point }) => Object.values(point))).toEqual([[1, 3], [1, 4], [1, 5], [2, 3], [2, 4], [2, 5]]); // prettier-ignore
  });

  it('random search draws without repeats, the same for a seed, and ends with its space', () => {
    const space = [list('a', 1, 2, 3), list('b', 1, 2, 3, 4)];
    const all = solve(randomSearch(space, { kernel, seed: 3 }), () => 0);
    expect(new Set(all.map(({ point }) => keyOf(point)))).toEqual(new Set(gridOf(space, 2, functions).map(keyOf)));
    expect(all.length).toBe(12);
    expect(solve(randomSearch(space, { kernel, seed: 3 }), () => 1).map(({ point }) => point)).toEqual(all.map(({ point }) => point));
    expect(solve(randomSearch(space, { kernel, seed: 4 }), () => 0).map(({ point }) => point)).not.toEqual(all.map(({ point }) => point));
  });

  it('where one of two paths matters, random search comes closer than a grid of the same size', () => {
    // Bergstra & Bengio 2012, figure 1. Nine points of a grid have three values of x, at 0, ½ and 1: a target spread evenly over [0, 1] is at a mean
    // distance of 1/8 from the nearest. Nine independent values leave 1/(2(9 + 1)) from the nearest inside, and twice that at the ends: below 0.07.
    const distances = seeds.flatMap((seed) =>
      [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95].map((target) => {
        const objective = ({ point }: Proposal) => Math.abs(Number(point['x']) - target);
        return {
          grid: best(solve(gridSearch(plane, { levels: 3 }, functions), objective)),
          random: best(solve(randomSearch(plane, { kernel, seed }), objective, 9)),
        };
      }),
    );
    expect(mean(distances.map(({ grid }) => grid))).toBeCloseTo(1 / 8, 2);
    expect(mean(distances.map(({ random }) => random))).toBeLessThan(0.085);
  });
});

describe('greedy search', () => {
  const space = ['a', 'b', 'c'].map((path) => list(path, 0, 1, 2, 3, 4));

  it('finds the optimum of what is a sum over paths, in as many trials as there are values', () => {
    // Best value of each path: 3, 1, 4. An unset path counts as 0.
    const target: Record<string, number> = { a: 3, b: 1, c: 4 };
    const objective = ({ point }: Proposal) => Object.keys(target).reduce((sum, path) => sum + (Number(point[path] ?? 0) - target[path]!) ** 2, 0);
    const all = solve(greedySearch(space, { levels: 5, rounds: 1 }, functions), objective);
    expect(all.length).toBe(15);
    expect(best(all)).toBe(0);
    // Fifteen of 125 points hold the one optimum with a chance of 15/125, so that random search misses it in most seeds.
    const found = seeds.filter((seed) => best(solve(randomSearch(space, { kernel, seed }), objective, 15)) === 0);
    expect(found.length).toBeLessThan(seeds.length / 2);
  });

  it('misses what two paths do only together, which a grid finds', () => {
    // a = b = 1 is best, but each alone makes it worse.
    const objective = ({ point }: Proposal) => {
      const [a, b] = [Number(point['a'] ?? 0), Number(point['b'] ?? 0)];
      return a + b - 3 * a * b;
    };
    const pair = [list('a', 0, 1), list('b', 0, 1)];
    expect(best(solve(greedySearch(pair, { levels: 2, rounds: 3 }, functions), objective))).toBe(0);
    expect(best(solve(gridSearch(pair, { levels: 2 }, functions), objective))).toBe(-1);
  });

  it('asks for no combination twice', () => {
    const all = solve(greedySearch(space, { levels: 5, rounds: 3 }, functions), ({ point }) => Object.keys(point).length);
    expect(new Set(all.map(({ point }) => keyOf(point))).size).toBe(all.length);
  });
});

describe('against random search at an equal budget, over seeds', () => {
  // A bowl: the squared distance to its middle, which stands at another place for each seed. The best of n random points has d² > t
  // with probability (1 − πt)^n as long as the circle lies inside, so on average it is 1/(π(n + 1)).
  const middleOf = (seed: number) => [0.25 + ((seed * 7) % 11) / 22, 0.25 + ((seed * 5) % 13) / 26] as const;
  const bowl = (seed: number) => {
    const [a, b] = middleOf(seed);
    return ({ point, share }: Proposal) => (Number(point['x']) - a) ** 2 + (Number(point['y']) - b) ** 2 + (1 - share);
  };
  const random = (budget: number) => seeds.map((seed) => best(solve(randomSearch(plane, { kernel, seed }), bowl(seed), budget)));

  it('random search does as derived', () => {
    // The best of n is nearly exponential: its standard deviation is its mean, over 24 seeds a fifth of it; three of those.
    for (const n of [4, 16]) {
      const expected = 1 / (Math.PI * (n + 1));
      expect(Math.abs(mean(random(n)) - expected)).toBeLessThan(0.62 * expected);
    }
  });

  it('successive halving does better where a short training ranks candidates rightly', () => {
    // 27 candidates for the price of four: 1/(28π) instead of 1/(5π) on average.
    const halved = seeds.map((seed) => best(solve(successiveHalving(plane, { candidates: 27, eta: 3 }, { kernel, seed }), bowl(seed), 4)));
    const differences = random(4).map((value, i) => value - halved[i]!);
    expect(mean(differences)).toBeGreaterThan(0.5 * (1 / (5 * Math.PI) - 1 / (28 * Math.PI)));
    expect(mean(halved)).toBeLessThan(2 / (28 * Math.PI));
  });

  it('Bayesian optimization does better on what is smooth', () => {
    // A model that knows the bowl can go to its middle; random search of 15 points is left with 1/(16π) ≈ 0.02.
    const found = seeds.slice(0, 8).map((seed) => best(solve(bayesianSearch(plane, { initial: 5, covariance: 'matern52' }, { kernel, seed }), bowl(seed), 15)));
    const others = random(15).slice(0, 8);
    expect(found.filter((value, i) => value < others[i]!).length).toBeGreaterThanOrEqual(7);
    expect(mean(found)).toBeLessThan(0.2 / (16 * Math.PI));
  });

  it('Bayesian optimization bears trials that diverge, all of them even, and ends with its space', () => {
    const options = { initial: 3, covariance: 'squaredExponential' } as const;
    const half = ({ point }: Proposal) => (Number(point['x']) > 0.5 ? Infinity : Number(point['x']));
    expect(best(solve(bayesianSearch(plane, options, { kernel, seed: 1 }), half, 12))).toBeLessThan(0.1);
    expect(solve(bayesianSearch(plane, options, { kernel, seed: 1 }), () => Infinity, 6).length).toBe(6);
    const names: Space = [{ kind: 'list', path: 'o', values: ['sgd', 'adam', { name: 'sgd', momentum: 0.9 }, 'rmsprop'] }];
    const all = solve(bayesianSearch(names, options, { kernel, seed: 1 }), ({ point }) => (point['o'] === 'adam' ? 0 : 1));
    expect(new Set(all.map(({ point }) => keyOf(point))).size).toBe(4);
    expect(all.length).toBe(4);
  });
});

describe('a budget', () => {
  it('is never overspent, and what it pays for is the beginning of the whole', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 12, noNaN: true }), fc.integer({ min: 1, max: 20 }), (budget, seed) => {
        const search = () => successiveHalving(plane, { candidates: 9, eta: 3 }, { kernel, seed });
        const objective = ({ point }: Proposal) => Number(point['x']);
        const paid = solve(search(), objective, budget);
        expect(paid.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(budget + 1e-5);
        expect(paid).toEqual(solve(search(), objective, 13).slice(0, paid.length));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a tuned comparison', () => {
  const options = { levels: 2, arms: ['A', 'B'], tuningSeeds: [11, 12], seeds: [1, 2, 3] };
  const space = [list('rate', 1, 2, 3)];

  it('tunes each arm at the tuning seeds, then compares each at its own best at the others', () => {
    const all = solve(tunedComparison(space, options, functions), ({ point, arm }) => Math.abs(Number(point['rate']) - (arm === 'A' ? 3 : 1)));
    expect(all.slice(0, 6).map(({ arm, point, seeds }) => [arm, point['rate'], seeds])).toEqual(
      ['A', 'B'].flatMap((arm) => [1, 2, 3].map((rate) => [arm, rate, [11, 12]])),
    );
    expect(all.slice(6).map(({ arm, point, seeds }) => [arm, point['rate'], seeds])).toEqual([
      ['A', 3, [1, 2, 3]],
      ['B', 1, [1, 2, 3]],
    ]);
  });

  it('refuses seeds that are for both', () => {
    expect(() => tunedComparison(space, { ...options, seeds: [12] }, functions)).toThrow('Seed 12 is both for tuning and for the comparison');
  });
});
