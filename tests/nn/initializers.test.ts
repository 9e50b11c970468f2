/**
 * Moments and limits of the initializers against their formulas. The seed is fixed; tolerances are five standard
 * errors of N draws, so that a right implementation would pass with all but one seed in a million.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { openStream } from '../../src/kernel/random.ts';
import { initializers } from '../../src/nn/catalog.ts';
import { findEntry, withDefaults } from '../../src/nn/entry.ts';

// Unequal fans, so that they cannot be mistaken for each other.
const FAN_IN = 200;
const FAN_OUT = 50;
const DRAWS = 20;
const N = FAN_IN * FAN_OUT * DRAWS;

/** Glorot & Bengio 2010 (eq. 12 and 16), He et al. 2015 (eq. 10), LeCun et al. 1998 (section 4.6). */
const variances: Record<string, number> = {
  glorotUniform: 2 / (FAN_IN + FAN_OUT),
  glorotNormal: 2 / (FAN_IN + FAN_OUT),
  heUniform: 2 / FAN_IN,
  heNormal: 2 / FAN_IN,
  lecunUniform: 1 / FAN_IN,
  lecunNormal: 1 / FAN_IN,
};

/**
 * A uniform on ±l has variance l²/3 and kurtosis 9/5. A normal truncated at ±2σ has variance σ²(1 − 4φ(2)/(2Φ(2) − 1)), with
 * φ(2) = 0.053991, Φ(2) = 0.977250 (tables), so σ² · 0.77374; its kurtosis is below the normal's 3. Of its
 * draws, (2Φ(1) − 1)/(2Φ(2) − 1) = 0.682689/0.954500 = 0.71523 lie within ±σ; of a uniform's, half lie within ±l/2.
 */
const shapes = [
  { shape: 'Uniform', kurtosis: 9 / 5, limit: (variance: number) => Math.sqrt(3 * variance), innerShare: 0.5 },
  { shape: 'Normal', kurtosis: 3, limit: (variance: number) => 2 * Math.sqrt(variance / 0.77374), innerShare: 0.71523 },
];

let kernel: Kernel;

beforeAll(async () => {
  kernel = await loadKernel();
});

/** Those that fill in the same number everywhere, those of chosen moments, and the orthogonal ones have tests of their own below. */
const others = ['zeros', 'ones', 'constant', 'randomUniform', 'randomNormal', 'truncatedNormal', 'orthogonal'];

it('has a row here for every initializer', () => {
  expect(initializers.map((entry) => entry.name).filter((name) => !others.includes(name) && !(name in variances))).toEqual([]);
});

describe.each(Object.entries(variances))('%s', (name, variance) => {
  const { kurtosis, limit: limitOf, innerShare } = shapes.find(({ shape }) => name.endsWith(shape))!;
  const limit = limitOf(variance);

  it('has mean 0 and the variance of its formula', () => {
    const weights = draw(name);
    const mean = sum(weights) / N;
    const second = weights.reduce((total, w) => total + w * w, 0) / N;
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / N));
    expect(Math.abs(second / variance - 1)).toBeLessThan(5 * Math.sqrt((kurtosis - 1) / N));
  });

  it('fills its range, and stays in it', () => {
    const largest = draw(name).reduce((top, w) => Math.max(top, Math.abs(w)), 0);
    // float32 rounding of the limit, and of the five digits of 0.77374
    expect(largest).toBeLessThanOrEqual(limit * (1 + 1e-5));
    expect(largest).toBeGreaterThan(limit * 0.999);
  });

  it('has the shape of its distribution', () => {
    const share = draw(name).filter((w) => Math.abs(w) < limit / 2).length / N;
    expect(Math.abs(share - innerShare)).toBeLessThan(5 * Math.sqrt((innerShare * (1 - innerShare)) / N));
  });

  it('draws the same again from the same stream, and other numbers from another', () => {
    expect(draw(name, 1)).toEqual(draw(name, 1));
    expect(draw(name, 2)).not.toEqual(draw(name, 1));
  });
});

it.each<{ name: string; given: Record<string, number>; value: number }>([
  { name: 'zeros', given: {}, value: 0 },
  { name: 'ones', given: {}, value: 1 },
  { name: 'constant', given: { value: -0.25 }, value: -0.25 },
])('$name fills with $value', ({ name, given, value }) => {
  expect(draw(name, 1, given).every((w) => w === value)).toBe(true);
});

describe('of chosen moments', () => {
  // Variance l²/3 and kurtosis 9/5; σ² and 3; σ² · 0.77374 (see above) and less than 3.
  it.each<{ name: string; given: Record<string, number>; mean: number; variance: number; kurtosis: number; limit: number }>([
    { name: 'randomUniform', given: { limit: 0.05 }, mean: 0, variance: 0.05 ** 2 / 3, kurtosis: 9 / 5, limit: 0.05 },
    { name: 'randomNormal', given: { mean: 0.5, stddev: 2 }, mean: 0.5, variance: 4, kurtosis: 3, limit: Infinity },
    { name: 'truncatedNormal', given: { mean: -0.5, stddev: 2 }, mean: -0.5, variance: 4 * 0.77374, kurtosis: 3, limit: 4 },
  ])('$name has them', ({ name, given, mean, variance, kurtosis, limit }) => {
    const weights = draw(name, 1, given);
    const spread = weights.reduce((total, w) => total + (w - mean) ** 2, 0) / N;
    expect(Math.abs(sum(weights) / N - mean)).toBeLessThan(5 * Math.sqrt(variance / N));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(5 * Math.sqrt((kurtosis - 1) / N));
    const largest = weights.reduce((top, w) => Math.max(top, Math.abs(w - mean)), 0);
    expect(largest).toBeLessThanOrEqual(limit * (1 + 1e-6));
    if (limit < Infinity) expect(largest).toBeGreaterThan(limit * 0.999);
    // Beyond 3σ are 0.27 % of a normal's draws: 540 of 200,000.
    else expect(weights.filter((w) => Math.abs(w - mean) > 3 * Math.sqrt(variance)).length / N).toBeCloseTo(0.0027, 3);
  });
});

describe('orthogonal', () => {
  it.each([
    { fanIn: 7, fanOut: 5, gain: 1 },
    { fanIn: 5, fanOut: 7, gain: 1 },
    { fanIn: 30, fanOut: 30, gain: Math.SQRT2 },
    { fanIn: 1, fanOut: 4, gain: 2 },
  ])('$fanIn × $fanOut with gain $gain has orthogonal columns or rows of that length', ({ fanIn, fanOut, gain }) => {
    const w = fill('orthogonal', fanIn, fanOut, { gain });
    const vectors =
      fanIn >= fanOut
        ? Array.from({ length: fanOut }, (_, j) => Array.from({ length: fanIn }, (_, i) => w[i * fanOut + j]!))
        : Array.from({ length: fanIn }, (_, i) => [...w.subarray(i * fanOut, (i + 1) * fanOut)]);
    vectors.forEach((a, i) =>
      vectors.forEach((b, j) => {
        // float32 rounding of up to 30 products that sum to gain²
        expect(a.reduce((total, v, k) => total + v * b[k]!, 0)).toBeCloseTo(i === j ? gain * gain : 0, 5);
      }),
    );
  });

  it('has signs that make every rotation equally likely: an entry’s mean is 0, its variance 1/n', () => {
    // The first entry of the first column is normal / length: of one sign only, had the decomposition chosen signs.
    const first = Array.from({ length: 2000 }, (_, seed) => fill('orthogonal', 4, 4, { gain: 1 }, seed));
    for (const i of [0, 5, 15]) {
      const values = first.map((w) => w[i]!);
      expect(Math.abs(sum(values) / 2000)).toBeLessThan(5 * Math.sqrt(1 / 4 / 2000));
      // fourth moment of a coordinate on the sphere in n dimensions: 3/(n(n + 2)) = 1/8, so the variance of its square is 1/8 − 1/16
      expect(Math.abs(values.reduce((total, v) => total + v * v, 0) / 2000 - 1 / 4)).toBeLessThan(5 * Math.sqrt(1 / 16 / 2000));
    }
  });

  it('is Gram and Schmidt’s construction, by hand for two columns', () => {
    const mark = kernel.mark();
    const stream = openStream(kernel, 3, 'initializer');
    const [a0, b0, a1, b1] = [stream.normal(), stream.normal(), stream.normal(), stream.normal()] as const;
    kernel.release(mark);
    const length = Math.sqrt(a0 * a0 + a1 * a1);
    // The unit vector at a right angle to (a0, a1), on the side of (b0, b1)
    const side = Math.sign(a0 * b1 - a1 * b0);
    const expected = [a0 / length, (-side * a1) / length, a1 / length, (side * a0) / length];
    fill('orthogonal', 2, 2, { gain: 1 }, 3).forEach((w, i) => expect(w).toBeCloseTo(expected[i]!, 6));
  });
});

/** All weights of DRAWS layers, initialized one after the other from one stream. */
function draw(name: string, seed = 1, given: Record<string, number> = {}): number[] {
  const entry = findEntry('initializer', initializers, name);
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'initializer');
  const weights = Array.from({ length: DRAWS }, () => {
    const layer = new Float32Array(FAN_IN * FAN_OUT).fill(NaN);
    entry.fill(layer, FAN_IN, FAN_OUT, withDefaults(entry, given), stream);
    return [...layer];
  }).flat();
  kernel.release(mark);
  return weights;
}

function fill(name: string, fanIn: number, fanOut: number, given: Record<string, number>, seed = 1): Float32Array {
  const entry = findEntry('initializer', initializers, name);
  const mark = kernel.mark();
  const weights = new Float32Array(fanIn * fanOut).fill(NaN);
  entry.fill(weights, fanIn, fanOut, withDefaults(entry, given), openStream(kernel, seed, 'initializer'));
  kernel.release(mark);
  return weights;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
