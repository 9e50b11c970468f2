import { describe, expect, it } from 'vitest';
import { factorOf, limitOf, motionOf, wayOf, type Rule } from '../../../../src/islands/explorers/oscillator/ball.ts';
import { rateBands } from '../../../../src/islands/explorers/oscillator/rateBands.ts';
import { bestOf, bestPlain, ravineFactor, updatesPerDigit } from '../../../../src/islands/explorers/oscillator/ravine.ts';
import { readSetup, START, tuned, within, writeSetup } from '../../../../src/islands/explorers/oscillator/setup.ts';

const ball = (rate: number, momentum: number, method: Rule['method'] = 'heavyBall'): Rule => ({ method, rate, momentum });

describe('a ball on a parabola', () => {
  it('has the factor |1 − ηλ| without momentum, for either method', () => {
    for (const method of ['heavyBall', 'nesterov'] as const) {
      for (const rate of [0.1, 1, 1.8, 2.2]) expect(factorOf(ball(rate, 0, method), 1)).toBeCloseTo(Math.abs(1 - rate), 12);
    }
  });

  it('has the factor √μ wherever it swings, whatever the curvature', () => {
    for (const curvature of [0.1, 0.5, 1]) expect(factorOf(ball(1, 0.81), curvature)).toBeCloseTo(0.9, 12);
  });

  it('is critical at μ = (1 − √ηλ)², creeps below, swings above, and diverges from ηλ = 2 (1 + μ) on', () => {
    // The roots are both 1 − √0.01 = 0.9 there.
    expect(factorOf(ball(0.01, 0.81), 1)).toBeCloseTo(0.9, 6);
    expect(motionOf(ball(0.01, 0.81), 1)).toBe('critical');
    expect(motionOf(ball(0.01, 0.8), 1)).toBe('creeps');
    expect(motionOf(ball(0.01, 0.82), 1)).toBe('swings');
    expect(motionOf(ball(1.5, 0), 1)).toBe('jumps');
    expect(motionOf(ball(2.99, 0.5), 1)).not.toBe('diverges');
    expect(motionOf(ball(3.01, 0.5), 1)).toBe('diverges');
  });

  it.each(['heavyBall', 'nesterov'] as const)('has the factor 1 at the limit, by a root of −1: %s', (method) => {
    for (const momentum of [0, 0.5, 0.9]) expect(factorOf(ball(limitOf(method, momentum), momentum, method), 1)).toBeCloseTo(1, 12);
  });

  it('moves as by hand: x 1, 0.9, 0.76; steps −0.1, −0.14', () => {
    // v = −0.1; then 0.5·(−0.1) − 0.1·0.9 = −0.14
    const { x, v } = wayOf(ball(0.1, 0.5), 1, 2);
    [1, 0.9, 0.76].forEach((expected, update) => expect(x[update]).toBeCloseTo(expected, 12));
    [0, -0.1, -0.14].forEach((expected, update) => expect(v[update]).toBeCloseTo(expected, 12));
  });

  it('moves under Nesterov as Keras says: θ + μv − ηg with the new v', () => {
    // v = −0.1, step 0.5·(−0.1) − 0.1 = −0.15; then v = −0.05 − 0.085 = −0.135, step −0.0675 − 0.085
    const { x } = wayOf(ball(0.1, 0.5, 'nesterov'), 1, 2);
    [1, 0.85, 0.6975].forEach((expected, update) => expect(x[update]).toBeCloseTo(expected, 12));
  });

  it.each(['heavyBall', 'nesterov'] as const)('shrinks in the long run by the factor that the roots say: %s', (method) => {
    const rule = ball(0.3, 0.2, method);
    const { x } = wayOf(rule, 0.5, 60);
    expect(x[60]! / x[59]!).toBeCloseTo(factorOf(rule, 0.5), 6);
  });
});

describe('a ravine', () => {
  it('has the best factors (κ − 1)/(κ + 1), (√κ − 1)/(√κ + 1) and 1 − 2/√(3κ + 1)', () => {
    for (const kappa of [4, 25, 100]) {
      expect(ravineFactor(bestPlain(kappa), kappa)).toBeCloseTo((kappa - 1) / (kappa + 1), 9);
      expect(ravineFactor(bestOf('heavyBall', kappa), kappa)).toBeCloseTo((Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1), 6);
      expect(ravineFactor(bestOf('nesterov', kappa), kappa)).toBeCloseTo(1 - 2 / Math.sqrt(3 * kappa + 1), 6);
    }
  });

  it.each(['heavyBall', 'nesterov'] as const)('has nothing better near the best: %s', (method) => {
    const best = bestOf(method, 25);
    for (const [rate, momentum] of [
      [0.02, 0],
      [-0.02, 0],
      [0, 0.02],
      [0, -0.02],
    ] as const) {
      const beside = { method, rate: best.rate + rate, momentum: best.momentum + momentum };
      expect(ravineFactor(beside, 25)).toBeGreaterThan(ravineFactor(best, 25));
    }
  });

  it('takes no more updates than a factor needs for a tenth', () => {
    expect(updatesPerDigit(0.1)).toBeCloseTo(1, 12);
    expect(updatesPerDigit(1)).toBe(Infinity);
  });

  it('has bands from the whole map to the slowest, and none faster than the best', () => {
    const bands = rateBands('heavyBall', 25);
    expect(bands.map(({ from }) => from)).toEqual([0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98]);
    expect(bands.every(({ path }) => path !== '')).toBe(true);
    // The best there is at κ = 25 is 4/6: the whole map lies above 0.5, but not above 0.7.
    expect(bands[1]!.path).toBe(bands[0]!.path);
    expect(bands[2]!.path).not.toBe(bands[0]!.path);
  });
});

describe('an address', () => {
  it('carries what differs from the start, and back', () => {
    const setup = { ...START, method: 'nesterov' as const, kappa: 100, momentum: 0.5 };
    expect(writeSetup(setup)).toEqual({ kappa: '100', momentum: '0.5' });
    expect(readSetup('nesterov', new Map(Object.entries(writeSetup(setup))))).toEqual({ setup, refused: [] });
  });

  it('is refused where it asks for what is not allowed', () => {
    const { setup, refused } = readSetup('ball', new Map([['momentum', '1']]));
    expect(setup).toEqual(START);
    expect(refused).toHaveLength(2);
    expect(refused[1]).toContain('Found “1” for momentum μ; allowed: a number from 0 to 0.999.');
  });

  it('holds what is dragged within the ranges', () => {
    expect(within(ball(9, -1))).toMatchObject({ rate: 4, momentum: 0 });
    // κ = 25: (2/(1 + 1/5))² = 2.778; (4/6)² = 0.4444, and (√2.778 − 1)² = 0.4446 at the rounded rate
    expect(tuned(START)).toMatchObject({ rate: 2.778, momentum: 0.445 });
    for (const kappa of [1, 4, 100, 10_000]) {
      for (const method of ['heavyBall', 'nesterov'] as const) {
        const best = ravineFactor(bestOf(method, kappa), kappa);
        expect(ravineFactor(tuned({ ...START, method, kappa }), kappa)).toBeLessThan(best + 0.04);
      }
    }
  });
});
