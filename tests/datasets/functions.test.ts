/** Definitions of the regression sets: sine, sine with outliers, plane, Gaussian bump, sparse linear. */
import { expect, test } from 'vitest';
import { createExamples, findDataset } from '../../src/datasets/index.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const kernel = await loadKernel();

function make(name: string, options: Record<string, number>) {
  const defaults = Object.fromEntries(Object.entries(findDataset(name).options).map(([key, option]) => [key, option.default]));
  return createExamples({ name, ...defaults, ...options }, kernel, 1);
}

test('sine: sin(2π·cycles·x) at evenly spaced x from 0 to 1, in shuffled order', () => {
  const { x, y } = make('sine', { examples: 101, noise: 0, cycles: 2 });
  y.forEach((value, i) => expect(value).toBeCloseTo(Math.sin(4 * Math.PI * x[i]!), 12));
  const sorted = Array.from(x).sort((a, b) => a - b);
  sorted.forEach((value, k) => expect(value).toBeCloseTo(k / 100, 12));
  expect(Array.from(x)).not.toEqual(sorted);
});

test('outliers: a share of the sine’s labels is moved up, and none of those that are for testing', () => {
  const { x, y, testExamples } = make('outliers', { examples: 200, noise: 0, share: 0.1, shift: 3 });
  const moved = Array.from(y, (value, i) => value - Math.sin(2 * Math.PI * x[i]!));
  expect(testExamples).toBe(50);
  // A tenth of the 150 others.
  expect(moved.filter((value) => Math.abs(value - 3) < 1e-12)).toHaveLength(15);
  expect(moved.filter((value) => Math.abs(value) < 1e-12)).toHaveLength(185);
  expect(moved.slice(150).every((value) => Math.abs(value) < 1e-12)).toBe(true);
});

test('plane: the mean of the two features', () => {
  const { x, y } = make('plane', { examples: 200, noise: 0 });
  y.forEach((value, i) => expect(value).toBeCloseTo((x[2 * i]! + x[2 * i + 1]!) / 2, 12));
});

test('plane: stretched, the same plane over a wider second feature', () => {
  const [square, wide] = [make('plane', { examples: 200, noise: 0.1 }), make('plane', { examples: 200, noise: 0.1, stretch: 10 })];
  expect(wide.y).toEqual(square.y);
  wide.x.forEach((value, i) => expect(value).toBeCloseTo((i % 2 === 0 ? 1 : 10) * square.x[i]!, 12));
});

test('Gaussian bump: 1 at the origin, e^(−½) at one width from it', () => {
  const { x, y } = make('gaussianBump', { examples: 200, noise: 0, width: 0.3 });
  y.forEach((value, i) => expect(value).toBeCloseTo(Math.exp(-(x[2 * i]! ** 2 + x[2 * i + 1]! ** 2) / (2 * 0.09)), 12));
});

test.each(['plane', 'gaussianBump'])('%s: points are uniform on the square [−1, 1]²', (name) => {
  const { x } = make(name, { examples: 10_000 });
  for (const feature of [0, 1]) {
    const values = Array.from(x).filter((_, i) => i % 2 === feature);
    expect(values.every((value) => value >= -1 && value < 1)).toBe(true);
    // Mean 0, standard error 0.577/100; mean square 1/3, standard error √(4/45)/100 = 0.003; five of them.
    expect(Math.abs(values.reduce((a, b) => a + b) / values.length)).toBeLessThan(0.029);
    expect(Math.abs(values.reduce((a, b) => a + b * b, 0) / values.length - 1 / 3)).toBeLessThan(0.015);
  }
});

test.each(['sine', 'outliers', 'plane', 'gaussianBump', 'sparseLinear', 'unevenFeatures'])(
  '%s: noise on the label alone, with the stated standard deviation',
  (name) => {
    const [clean, noisy] = [make(name, { examples: 10_000, noise: 0 }), make(name, { examples: 10_000, noise: 0.5 })];
    expect(noisy.x).toEqual(clean.x);
    const sd = Math.sqrt(clean.y.reduce((sum, value, i) => sum + (noisy.y[i]! - value) ** 2, 0) / 10_000);
    // Standard error 0.5/√20000 = 0.0035; five of them.
    expect(Math.abs(sd - 0.5)).toBeLessThan(0.018);
  },
);

test('sparse linear: x₁ − x₂ + x₃ − …, as far as features matter, and nothing of the others', () => {
  for (const relevant of [0, 3, 20]) {
    const { x, y, features } = make('sparseLinear', { examples: 50, noise: 0, relevant });
    expect(features).toBe(20);
    y.forEach((value, row) => {
      const own = Array.from(x.slice(20 * row, 20 * row + relevant), (feature, index) => (index % 2 === 0 ? feature : -feature));
      expect(value).toBeCloseTo(
        own.reduce((a, b) => a + b, 0),
        12,
      );
    });
  }
});

test('sparse linear: features are standard normal and independent', () => {
  const { x } = make('sparseLinear', { examples: 10_000 });
  const mean = (of: (row: number) => number) => Array.from({ length: 10_000 }, (_, row) => of(row)).reduce((a, b) => a + b) / 10_000;
  // Standard errors 0.01 of a mean, 0.014 of a mean square, 0.01 of a mean product; five of them.
  expect(Math.abs(mean((row) => x[20 * row]!))).toBeLessThan(0.05);
  expect(Math.abs(mean((row) => x[20 * row + 7]! ** 2) - 1)).toBeLessThan(0.071);
  expect(Math.abs(mean((row) => x[20 * row]! * x[20 * row + 1]!))).toBeLessThan(0.05);
});

test('uneven features: sixteen of standard deviation 1, four of another, all moved by as many of their own', () => {
  const { x, features } = make('unevenFeatures', { examples: 10_000, size: 0.1, offset: 3 });
  expect(features).toBe(20);
  const mean = (of: (row: number) => number) => Array.from({ length: 10_000 }, (_, row) => of(row)).reduce((a, b) => a + b) / 10_000;
  for (const [feature, size] of [
    [0, 1],
    [15, 1],
    [16, 0.1],
    [19, 0.1],
  ] as const) {
    const standard = (row: number) => x[20 * row + feature]! / size - 3;
    // Standard errors 0.01 of a mean, 0.014 of a mean square; five of them.
    expect(Math.abs(mean(standard))).toBeLessThan(0.05);
    expect(Math.abs(mean((row) => standard(row) ** 2) - 1)).toBeLessThan(0.071);
  }
});

test('uneven features: y is a quarter of each large one and half of each small one, in their standard deviations, wherever they lie', () => {
  const { x, y } = make('unevenFeatures', { examples: 50, noise: 0, size: 0.01, offset: 2 });
  y.forEach((value, row) => {
    const standard = Array.from(x.slice(20 * row, 20 * row + 20), (feature, index) => feature / (index < 16 ? 1 : 0.01) - 2);
    expect(value).toBeCloseTo(
      standard.reduce((sum, feature, index) => sum + feature / (index < 16 ? 4 : 2), 0),
      10,
    );
  });
});
