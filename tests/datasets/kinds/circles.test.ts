import { expect, test } from 'vitest';
import { circles } from '../../../src/datasets/kinds/circles.ts';
import { createExamples } from '../../../src/datasets/index.ts';
import { loadKernel } from '../../../src/kernel/node.ts';

const kernel = await loadKernel();
const make = (options: Record<string, number>, seed = 1) =>
  createExamples({ name: 'circles', examples: 2500, noise: 0, factor: 0.5, ...options }, kernel, seed);
const points = ({ x, y }: ReturnType<typeof make>) => Array.from(y, (label, i) => ({ label, x: x[2 * i]!, y: x[2 * i + 1]! }));

test('without noise, class 0 lies on the circle of radius 1 and class 1 on that of radius `factor`', () => {
  for (const factor of [0, 0.3, 0.5]) {
    for (const { label, x, y } of points(make({ examples: 101, factor }))) expect(Math.hypot(x, y)).toBeCloseTo(label === 0 ? 1 : factor, 12);
  }
});

test('⌊n/2⌋ points are outside, the rest inside', () => {
  for (const [examples, outer] of [
    [10, 5],
    [11, 5],
    [2500, 1250],
  ] as const) {
    const { y } = make({ examples });
    expect(y.length).toBe(examples);
    expect(y.filter((label) => label === 0).length).toBe(outer);
  }
});

test('angles are evenly spaced from 0, the full turn left out (numpy.linspace with endpoint=False)', () => {
  const angles = points(make({ examples: 12 }))
    .filter(({ label }) => label === 0)
    .map(({ x, y }) => ((Math.atan2(y, x) + 2 * Math.PI + 1e-9) % (2 * Math.PI)) - 1e-9)
    .sort((a, b) => a - b);
  angles.forEach((angle, k) => expect(angle).toBeCloseTo((2 * Math.PI * k) / 6, 9));
});

test('the classes come in shuffled order', () => {
  const { y } = make({});
  // The first 100 of a random order hold 50 ± 5 of each class (hypergeometric, sd 4.9).
  const outer = y.slice(0, 100).filter((label) => label === 0).length;
  expect(outer).toBeGreaterThan(20);
  expect(outer).toBeLessThan(80);
});

test('noise has mean 0 and the stated standard deviation on each coordinate', () => {
  const clean = make({ examples: 20_000 });
  const noisy = make({ examples: 20_000, noise: 0.1 });
  expect(noisy.y).toEqual(clean.y);
  for (const coordinate of [0, 1]) {
    const noise = Array.from(clean.y, (_, i) => noisy.x[2 * i + coordinate]! - clean.x[2 * i + coordinate]!);
    const mean = noise.reduce((a, b) => a + b) / noise.length;
    const sd = Math.sqrt(noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / noise.length);
    // Standard errors: 0.1/√20000 = 0.0007 for the mean, 0.1/√40000 = 0.0005 for the sd; five of them.
    expect(Math.abs(mean)).toBeLessThan(0.0035);
    expect(Math.abs(sd - 0.1)).toBeLessThan(0.0025);
  }
});

test('one seed gives one data set; another seed another', () => {
  expect(make({ noise: 0.1 }, 7)).toEqual(make({ noise: 0.1 }, 7));
  expect(make({ noise: 0.1 }, 8).x).not.toEqual(make({ noise: 0.1 }, 7).x);
});

test('its shape is known without making it', () => {
  const made = make({ examples: 30 });
  const { task, examples, features, classes, labels } = made;
  expect(circles.shape({ examples: 30 })).toEqual({ task, examples, features, classes, labels });
  expect(made.x.length).toBe(examples * features);
  expect(new Set(made.y).size).toBe(classes);
});
