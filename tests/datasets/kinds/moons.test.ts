import { expect, test } from 'vitest';
import { createExamples } from '../../../src/datasets/index.ts';
import { loadKernel } from '../../../src/kernel/node.ts';

const kernel = await loadKernel();
const make = (examples: number, noise = 0) => {
  const { x, y } = createExamples({ name: 'moons', examples, noise }, kernel, 1);
  return Array.from(y, (label, i) => ({ label, x: x[2 * i]!, y: x[2 * i + 1]! }));
};

test('class 0 lies on the upper unit circle about (0, 0), class 1 on the lower one about (1, ½)', () => {
  for (const { label, x, y } of make(101)) {
    const [dx, dy] = label === 0 ? [x, y] : [x - 1, y - 0.5];
    expect(Math.hypot(dx, dy)).toBeCloseTo(1, 12);
    expect(label === 0 ? dy : -dy).toBeGreaterThan(-1e-12);
  }
});

test('⌊n/2⌋ points of class 0, at evenly spaced angles from 0 to π, both included (numpy.linspace)', () => {
  const points = make(11);
  const angles = (label: number) =>
    points
      .filter((point) => point.label === label)
      .map(({ x, y }) => (label === 0 ? Math.atan2(y, x) : Math.atan2(0.5 - y, 1 - x)))
      .sort((a, b) => a - b);
  expect([angles(0).length, angles(1).length]).toEqual([5, 6]);
  angles(0).forEach((angle, k) => expect(angle).toBeCloseTo((Math.PI * k) / 4, 9));
  angles(1).forEach((angle, k) => expect(angle).toBeCloseTo((Math.PI * k) / 5, 9));
});

test('noise has the stated standard deviation', () => {
  const [clean, noisy] = [make(20_000), make(20_000, 0.2)];
  const noise = clean.map((point, i) => noisy[i]!.x - point.x);
  const sd = Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / noise.length);
  // Standard error 0.2/√40000 = 0.001; five of them.
  expect(Math.abs(sd - 0.2)).toBeLessThan(0.005);
});
