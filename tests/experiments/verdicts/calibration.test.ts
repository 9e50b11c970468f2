/**
 * What the judge promises, tried on made-up experiments in which nothing is the matter: "holds" and "reversed" each come out at most
 * once in a hundred, whatever the spread, for every kind of verdict; and where the spread is small beside what matters, "no difference"
 * comes out. The bound of one in a hundred is a theorem (medianInterval.ts), so the counts may exceed it by chance alone.
 */
import { describe, expect, it, test } from 'vitest';
import { rankOf, medianInterval, ALPHA, FEWEST_SEEDS } from '../../../src/statistics/medianInterval.ts';
import { decide } from '../../../src/experiments/verdicts/decide.ts';
import { decideOrder } from '../../../src/experiments/verdicts/ordered.ts';
import { outcomeShares } from '../../../src/experiments/verdicts/power.ts';
import { OUTCOMES, type Outcome } from '../../../src/words/verdictText.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { openStream, type Stream } from '../../../src/kernel/random.ts';

const kernel = await loadKernel();
const EXPERIMENTS = 10_000;
/** One in a hundred, and three standard deviations of a count of 10,000. */
const MOST = 0.01 + 3 * Math.sqrt((0.01 * 0.99) / EXPERIMENTS);
const SEEDS = [7, 8, 10, 20, 40];

/** Numbers whose median is zero, in ways that ought not to matter. */
const SPREADS: Record<string, (stream: Stream) => number> = {
  normal: (stream) => stream.normal(),
  // Student's t with two degrees of freedom, by its inverse: no variance.
  'heavy tails': (stream) => {
    const u = stream.uniform();
    return (2 * u - 1) / Math.sqrt(2 * u * (1 - u) + 1e-300);
  },
  // A ratio of normals is Cauchy's: no mean.
  'heavier tails': (stream) => stream.normal() / stream.normal(),
  'ties at zero': (stream) => [-1, 0, 0, 0, 1][stream.integer(5)]!,
  'two stuck networks of three': (stream) => (stream.uniform() < 2 / 3 ? 1e-5 : 1) * stream.normal(),
  // Some of the runs diverged, in either arm.
  infinite: (stream) => [-Infinity, Infinity, stream.normal(), stream.normal()][stream.integer(4)]!,
  // To the one side far, to the other near, as often.
  skewed: (stream) => {
    const z = stream.normal();
    return z > 0 ? z * z * z : z / 10;
  },
};

const NAMES = Object.keys(SPREADS);

interface Chance {
  draw: (stream: Stream) => number;
  seeds: number;
}

/** The share of each outcome among experiments of every spread and number of seeds in turn, or of those spreads alone. */
function outcomes(make: (stream: Stream, chance: Chance) => Outcome, names = NAMES): Record<Outcome, number> {
  const mark = kernel.mark();
  const stream = openStream(kernel, 1, 'simulation');
  const shares = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (let i = 0; i < EXPERIMENTS; i++) {
    const seeds = SEEDS[Math.floor(i / names.length) % SEEDS.length]!;
    shares[make(stream, { draw: SPREADS[names[i % names.length]!]!, seeds })] += 1 / EXPERIMENTS;
  }
  kernel.release(mark);
  return shares;
}

describe('with nothing but chance, "holds" and "reversed" are rare', () => {
  it.each([{ above: 0 }, { below: 0 }])('for a claim about one number, at its bound: %o', (side) => {
    const shares = outcomes(
      (stream, { draw, seeds }) =>
        decide(
          draws(seeds, () => draw(stream)),
          { side, matters: 0, inAtLeast: 0.8 },
        ).outcome,
    );
    expect(shares.holds).toBeLessThanOrEqual(MOST);
    expect(shares.reversed).toBeLessThanOrEqual(MOST);
  });

  it.each(
    [2, 3, 5].flatMap((arms) => [
      { arms, matters: 0 },
      { arms, matters: 0.2 },
    ]),
  )('for an order of $arms arms, where $matters matters', ({ arms, matters }) => {
    const shares = outcomes((stream, { draw, seeds }) => {
      // Arms of one seed share its luck.
      const values = draws(seeds, () => {
        const luck = finite(draw(stream));
        return draws(arms, () => luck + finite(draw(stream)));
      });
      return decideOrder(values, { matters, inAtLeast: 0.8 }).outcome;
    });
    expect(shares.holds).toBeLessThanOrEqual(MOST);
    expect(shares.reversed).toBeLessThanOrEqual(MOST);
  });

  test('for two arms that are said to be the same, and differ by just the margin', () => {
    const shares = outcomes(
      (stream, { draw, seeds }) =>
        decide(
          draws(seeds, () => 1 + finite(draw(stream))),
          { side: { within: 1 }, matters: 0, inAtLeast: 0.8 },
        ).outcome,
    );
    expect(shares.holds).toBeLessThanOrEqual(MOST);
    expect(shares.reversed).toBeLessThanOrEqual(MOST);
    expect(shares['no difference']).toBe(0);
  });
});

describe('with nothing but chance, and a spread that is small beside what matters, there is no difference', () => {
  // A ratio of normals has no size that could be small, nor has what is infinite.
  const sized = NAMES.filter((name) => name !== 'infinite' && name !== 'heavier tails');
  it.each([2, 3, 5])('between %i arms', (arms) => {
    const shares = outcomes(
      (stream, { draw, seeds }) =>
        decideOrder(
          draws(seeds, () => draws(arms, () => draw(stream) / 20)),
          { matters: 1, inAtLeast: 0.8 },
        ).outcome,
      sized,
    );
    expect(shares['no difference']).toBeGreaterThanOrEqual(0.8);
  });
});

test('a difference as large as matters is not called none, but by chance', () => {
  const shares = outcomes(
    (stream, { draw, seeds }) =>
      decide(
        draws(seeds, () => 1 + draw(stream)),
        { side: { above: 0 }, matters: 1, inAtLeast: 0.8 },
      ).outcome,
  );
  expect(shares['no difference']).toBeLessThanOrEqual(MOST);
});

test('power: an effect that is there is found as often as its formula says', () => {
  // With 20 seeds a claim holds if at least 16 effects are above zero: the fifth smallest is then above it, too.
  // Each is above zero with probability Φ(size); Φ(1) = 0.841345, Φ(2) = 0.977250 (Abramowitz & Stegun, table 26.1).
  for (const [size, above] of [
    [1, 0.841345],
    [2, 0.97725],
  ] as const) {
    const mark = kernel.mark();
    const shares = outcomeShares({ size, seeds: 20, experiments: EXPERIMENTS }, openStream(kernel, 1, 'simulation'));
    kernel.release(mark);
    const expected = atLeast(16, 20, above);
    expect(Math.abs(shares.holds - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / EXPERIMENTS) + 1e-9);
    expect(OUTCOMES.reduce((sum, outcome) => sum + shares[outcome], 0)).toBeCloseTo(1, 9);
  }
});

test('the interval of a median: its ranks are those of textbooks’ tables', () => {
  // Tables of exact levels: 7 values, first to seventh, 98.4 %; 8 and 9, first to last, 99.2 and 99.6 %; 10, first to tenth, 99.8 %, but second
  // to ninth only 97.9 %; 11, second to tenth, 98.8 %; 12, 99.4 %; 15, third to thirteenth, 99.3 %; 20, fifth to sixteenth, 98.8 %.
  expect([5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50].map(rankOf)).toEqual([0, 0, 1, 1, 1, 1, 2, 2, 3, 5, 7, 9, 13, 17]);
  for (let n = FEWEST_SEEDS; n <= 100; n++) {
    const rank = rankOf(n);
    expect(1 - atLeast(rank, n, 0.5)).toBeLessThanOrEqual(ALPHA);
    expect(1 - atLeast(rank + 1, n, 0.5)).toBeGreaterThan(ALPHA);
  }
});

test('the interval of a median consists of two of the values, which may be infinite', () => {
  expect(medianInterval([3, 1, 2, 7, 5, 6, 4])).toEqual({ median: 4, low: 1, high: 7 });
  expect(medianInterval([3, 1, 2])).toEqual({ median: 2, low: -Infinity, high: Infinity });
  expect(medianInterval([])).toEqual({ median: NaN, low: NaN, high: NaN });
  expect(medianInterval([Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, 1])).toEqual({ median: Infinity, low: 1, high: Infinity });
  // Half of them on either side: there is no middle between −∞ and ∞.
  expect(medianInterval([...Array<number>(4).fill(-Infinity), ...Array<number>(4).fill(Infinity)]).median).toBe(-Infinity);
});

function draws<T>(count: number, one: () => T): T[] {
  return Array.from({ length: count }, one);
}

/** Sums of infinite values would not be numbers. */
function finite(value: number): number {
  return Math.max(-1e9, Math.min(value, 1e9));
}

/** P(Bin(n, p) ≥ k). */
function atLeast(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) {
    let term = 1;
    for (let j = 1; j <= i; j++) term *= ((n - i + j) / j) * p;
    sum += term * (1 - p) ** (n - i);
  }
  return sum;
}
