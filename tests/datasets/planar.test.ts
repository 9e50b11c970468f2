/** Definitions of the classification sets in the plane: exclusive or, spiral, blobs, checkerboard. */
import { expect, test } from 'vitest';
import { createExamples, findDataset } from '../../src/datasets/index.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const kernel = await loadKernel();

function make(name: string, options: Record<string, number>, seed = 1) {
  const defaults = Object.fromEntries(Object.entries(findDataset(name).options).map(([key, option]) => [key, option.default]));
  const { x, y } = createExamples({ name, ...defaults, noise: 0, ...options }, kernel, seed);
  return Array.from(y, (label, i) => ({ label, x: x[2 * i]!, y: x[2 * i + 1]! }));
}

function counts(points: { label: number }[]): number[] {
  const found: number[] = [];
  for (const { label } of points) found[label] = (found[label] ?? 0) + 1;
  return found;
}

test('xor: class 1 where exactly one feature is positive; a quarter of the points in each quadrant, none nearer to an axis than the gap', () => {
  const points = make('xor', { examples: 1000, gap: 0.2 });
  for (const { label, x, y } of points) {
    expect(label).toBe(x > 0 !== y > 0 ? 1 : 0);
    expect(Math.min(Math.abs(x), Math.abs(y))).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
  }
  for (const [right, up] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])
    expect(points.filter(({ x, y }) => x > 0 === right && y > 0 === up).length).toBe(250);
});

test('spiral: arms of equal size, each the first one turned by a share of the full turn, radius growing with the angle', () => {
  for (const [arms, turns] of [
    [2, 3],
    [5, 0.5],
  ] as const) {
    const points = make('spiral', { examples: 100 * arms, arms, turns });
    expect(counts(points)).toEqual(new Array(arms).fill(100));
    for (const { label, x, y } of points) {
      const radius = Math.hypot(x, y);
      const angle = 2 * Math.PI * (label / arms + turns * radius);
      expect(x).toBeCloseTo(radius * Math.cos(angle), 9);
      expect(y).toBeCloseTo(radius * Math.sin(angle), 9);
    }
    const radii = points
      .filter(({ label }) => label === 1)
      .map(({ x, y }) => Math.hypot(x, y))
      .sort((a, b) => a - b);
    radii.forEach((radius, k) => expect(radius).toBeCloseTo((k + 1) / 100, 9));
  }
});

test('spiral: arms whose sizes differ by one all end at radius 1', () => {
  const points = make('spiral', { examples: 11, arms: 3 });
  expect(counts(points)).toEqual([4, 4, 3]);
  for (const arm of [0, 1, 2]) expect(Math.max(...points.filter(({ label }) => label === arm).map(({ x, y }) => Math.hypot(x, y)))).toBeCloseTo(1, 12);
});

test('blobs: equal classes whose moments are those of one normal distribution about a centre in the box', () => {
  const points = make('blobs', { examples: 40_000, classes: 4, deviation: 2, box: 10 });
  expect(counts(points)).toEqual([10_000, 10_000, 10_000, 10_000]);
  for (const blob of [0, 1, 2, 3]) {
    const own = points.filter(({ label }) => label === blob);
    const mean = (value: (point: (typeof own)[number]) => number) => own.reduce((sum, point) => sum + value(point), 0) / own.length;
    const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
    // Standard errors over 10,000: 0.02 of the mean, 2/√20000 = 0.014 of the deviation, 4/√10000 = 0.04 of the covariance; five of them.
    expect(Math.max(Math.abs(mx), Math.abs(my))).toBeLessThan(10.1);
    expect(Math.abs(Math.sqrt(mean(({ x }) => (x - mx) ** 2)) - 2)).toBeLessThan(0.07);
    expect(Math.abs(Math.sqrt(mean(({ y }) => (y - my) ** 2)) - 2)).toBeLessThan(0.07);
    expect(Math.abs(mean(({ x, y }) => (x - mx) * (y - my)))).toBeLessThan(0.2);
  }
});

test('blobs: centres fill the box evenly', () => {
  // With no deviation every point is its centre: 20 centres for each of 50 seeds.
  const centres = Array.from({ length: 50 }, (_, seed) => make('blobs', { examples: 20, classes: 20, deviation: 0, box: 10 }, seed)).flat();
  const mean = centres.reduce((sum, { x }) => sum + x, 0) / centres.length;
  const variance = centres.reduce((sum, { x }) => sum + (x - mean) ** 2, 0) / centres.length;
  // Uniform on [−10, 10]: mean 0 (standard error 5.77/√1000 = 0.18), variance 100/3 (standard error (√(4/5)/3)·100/√1000 = 0.94).
  expect(Math.abs(mean)).toBeLessThan(0.9);
  expect(Math.abs(variance - 100 / 3)).toBeLessThan(4.7);
});

test('checkerboard: colours alternate from cell to cell, the lower left one being 0, and cells are filled evenly', () => {
  const points = make('checkerboard', { examples: 16_000, cells: 4 });
  const cells = new Map<string, number>();
  for (const { label, x, y } of points) {
    const [column, row] = [Math.floor(2 * (x + 1)), Math.floor(2 * (y + 1))];
    expect(label).toBe((column + row) % 2);
    cells.set(`${column} ${row}`, (cells.get(`${column} ${row}`) ?? 0) + 1);
  }
  expect(cells.size).toBe(16);
  // Binomial with mean 1000 and standard deviation √(16000·(1/16)(15/16)) = 31; five of them.
  for (const count of cells.values()) expect(Math.abs(count - 1000)).toBeLessThan(155);
});
