import { beforeAll, describe, expect, it } from 'vitest';
import { startOptimizer } from '../../../../src/islands/explorers/race/kernelOptimizer.ts';
import { landscapes } from '../../../../src/islands/explorers/race/landscapes/index.ts';
import type { Landscape, Point } from '../../../../src/islands/explorers/race/landscapes/landscape.ts';
import { RAVINE, ravine } from '../../../../src/islands/explorers/race/landscapes/ravine.ts';
import { race } from '../../../../src/islands/explorers/race/race.ts';
import { entrantsOn, optimizerOf, racers } from '../../../../src/islands/explorers/race/racers.ts';
import { readSetup, setupOn, writeSetup } from '../../../../src/islands/explorers/race/setup.ts';
import { standing } from '../../../../src/islands/explorers/race/standing.ts';
import type { Kernel } from '../../../../src/kernel/kernel.ts';
import { libm, type Libm } from '../../../../src/kernel/libm.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';
import { optimizerRows } from '../../../engines/table/optimizers.ts';

let kernel: Kernel;
let m: Libm;
beforeAll(async () => {
  kernel = await loadKernel();
  m = libm(kernel);
});

describe.each<Landscape>(landscapes)('$name', (landscape) => {
  it('has the gradient that central differences have', () => {
    const h = 1e-5;
    const points: Point[] = [landscape.start, [0.3, -0.7], [-1.4, 1.1], [2.2, 0.6]];
    for (const [x, y] of points) {
      const gradient = landscape.gradient([x, y], m);
      const differences = [
        (landscape.value([x + h, y], m) - landscape.value([x - h, y], m)) / (2 * h),
        (landscape.value([x, y + h], m) - landscape.value([x, y - h], m)) / (2 * h),
      ];
      // Truncation h²/6 · f‴, with f‴ up to some 10⁴; rounding 10⁻¹⁶ f/h.
      differences.forEach((expected, axis) => expect(Math.abs(gradient[axis]! - expected)).toBeLessThan(1e-5 * (1 + Math.abs(expected))));
    }
  });

  it('is least at its minima, with no slope', () => {
    for (const at of landscape.minima) {
      // Himmelblau's minima are known to six decimals.
      expect(landscape.value(at, m)).toBeLessThan(1e-8);
      expect(Math.hypot(...landscape.gradient(at, m))).toBeLessThan(1e-3);
    }
  });
});

it('values are those of the literature', () => {
  const value = (name: string, at: Point) => landscapes.find((each) => each.name === name)!.value(at, m);
  expect(value('beale', [0, 0])).toBe(1.5 ** 2 + 2.25 ** 2 + 2.625 ** 2);
  expect(value('rosenbrock', [-1.2, 1])).toBeCloseTo(24.2, 12); // Rosenbrock's own start
  expect(value('himmelblau', [0, 0])).toBe(11 ** 2 + 7 ** 2);
  expect(value('rastrigin', [1, 0])).toBeCloseTo(1, 12);
  expect(value('rastrigin', [0.5, 0])).toBeCloseTo(20.25, 12);
});

describe('the optimizers are those of the catalog', () => {
  it.each(racers.map(({ id }) => id))('%s takes the steps of the reference rule in float64', (id) => {
    const entrant = entrantsOn(ravine).find((each) => each.id === id)!;
    const optimizer = optimizerOf({ ...entrant, learningRate: 0.01 });
    const h = Object.fromEntries(Object.entries(optimizer).map(([key, value]) => [key, Number(value)]));
    const { start = 0, update } = optimizerRows[optimizer.name]!;
    const slots = [0, 1].map((): [number, number, number] => [start === 'initialAccumulator' ? h['initialAccumulator']! : start, 0, 0]);
    let expected: number[] = [-9, 1];
    let at: Point = [-9, 1];
    const next = startOptimizer(kernel, optimizer, at);
    for (let step = 1; step <= 100; step++) {
      // The same gradients for both, so that a sign near 0 cannot part them.
      const gradient = ravine.gradient(at, m).map(Math.fround) as unknown as Point;
      at = next(gradient);
      expected = expected.map((value, i) => update(value, gradient[i]!, slots[i]!, h, step, () => undefined));
      // Each step rounds to 24 bits, of numbers up to 9.
      at.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(step * 9 * 2 ** -22));
    }
  });
});

describe('gradient descent on the paraboloid', () => {
  const only = (id: string, learningRate: number, steps: number) => ({
    ...setupOn(ravine),
    steps,
    tolerance: 1e-12,
    entrants: entrantsOn(ravine).map((each) => ({ ...each, isOn: each.id === id, ...(each.id === id && { learningRate }) })),
  });

  it('follows (1 − ηa)ᵏ', () => {
    const [run] = race(kernel, only('sgd', 0.03, 50)).runs;
    for (const k of [1, 2, 10, 50]) {
      const x = -9 * (1 - 0.03 * RAVINE.a) ** k;
      expect(Math.abs(run!.x[k]! - x)).toBeLessThan(k * 9 * 2 ** -22);
      expect(Math.abs(run!.y[k]! - (1 - 0.03 * RAVINE.b) ** k)).toBeLessThan(k * 2 ** -22);
    }
  });

  // Momentum: η b < 2 (1 + μ); Nesterov: η b < 2 (1 + μ)/(1 + 2μ).
  it.each([
    ['sgd', 2 / 50],
    ['momentum', (2 * 1.9) / 50],
    ['nesterov', (2 * 1.9) / 2.8 / 50],
  ])('%s diverges beyond its limit, and not below', (id, limit) => {
    const [beyond] = race(kernel, only(id, limit * 1.05, 2000)).runs;
    const [below] = race(kernel, only(id, limit * 0.95, 2000)).runs;
    expect(beyond!.end).toBe('left');
    expect(below!.end).not.toBe('left');
    expect(below!.value.at(-1)).toBeLessThan(1e-6);
  });
});

describe('a race', () => {
  it('is the same each time, ends at the goal, and gives its memory back', () => {
    const mark = kernel.mark();
    const setup = setupOn(landscapes[0]);
    const first = race(kernel, setup);
    expect(race(kernel, setup)).toEqual(first);
    expect(kernel.mark()).toBe(mark);
    for (const { end, value } of first.runs) {
      expect(value.slice(0, -1).every((each) => each > setup.tolerance)).toBe(true);
      expect(value.at(-1)! <= setup.tolerance).toBe(end === 'reached');
    }
  });

  it('stops who runs off', () => {
    const setup = setupOn(ravine);
    setup.entrants = setup.entrants.map((each) => ({ ...each, isOn: each.id === 'sgd', learningRate: 1 }));
    const { end, value } = race(kernel, setup).runs[0]!;
    expect(end).toBe('left');
    expect(value.every(Number.isFinite)).toBe(true);
    expect(standing(race(kernel, setup).runs[0]!, 1000).state).toContain('ran off');
  });
});

describe('links', () => {
  it('bring back what was written', () => {
    const setup = setupOn(landscapes[1]);
    setup.start = [0.5, 2];
    setup.steps = 77;
    setup.entrants = setup.entrants.map((each) => ({ ...each, isOn: each.id !== 'adam', ...(each.id === 'momentum' && { momentum: 0.5 }) }));
    const read = readSetup(setup.landscape, new Map(Object.entries(writeSetup(setup))));
    expect(read).toEqual({ setup, refused: [] });
  });

  it('refuse what is out of range, and say so', () => {
    const { setup, refused } = readSetup('beale', new Map([['start', '99,0'], ['steps', '1e9'], ['sgd', 'fast']])); // prettier-ignore
    expect(refused).toHaveLength(3);
    expect(setup.start).toEqual(landscapes[0].start);
    expect(setup.steps).toBe(400);
    expect(setup.entrants[0]!.learningRate).toBe(landscapes[0].rates.gradient);
  });
});
