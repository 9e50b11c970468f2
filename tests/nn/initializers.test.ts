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

it('has a row here for every initializer', () => {
  expect(initializers.map((entry) => entry.name).filter((name) => name !== 'zeros' && !(name in variances))).toEqual([]);
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

it('zeros fills with zeros', () => {
  expect(draw('zeros').every((w) => w === 0)).toBe(true);
});

/** All weights of DRAWS layers, initialized one after the other from one stream. */
function draw(name: string, seed = 1): number[] {
  const entry = findEntry('initializer', initializers, name);
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'initializer');
  const weights = Array.from({ length: DRAWS }, () => {
    const layer = new Float32Array(FAN_IN * FAN_OUT).fill(NaN);
    entry.fill(layer, FAN_IN, FAN_OUT, withDefaults(entry), stream);
    return [...layer];
  }).flat();
  kernel.release(mark);
  return weights;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
