/**
 * Two noisy concentric circles, by scikit-learn's definition (`make_circles`): ⌊n/2⌋ points of
 * class 0 on the outer circle of radius 1, the rest of class 1 on an inner one of radius `factor`,
 * each at evenly spaced angles, in shuffled order, with Gaussian noise added to both coordinates.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openStream } from '../../kernel/random.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';

export const circles: Dataset = {
  name: 'circles',
  title: 'circles',
  summary: 'Two concentric circles with noise; no straight line separates them.',
  task: 'classification',
  options: {
    examples: { kind: 'number', description: 'number of points', default: 2500, min: 10, max: 100_000, integer: true, scale: 'log' },
    noise: { kind: 'number', description: 'standard deviation of the Gaussian noise on each coordinate', default: 0.1, min: 0, max: 2 },
    factor: { kind: 'number', description: 'radius of the inner circle; the outer one has radius 1', default: 0.5, min: 0, max: 1, exclusiveMax: true },
  },
  references: ['pedregosa2011'],
  featureNames: ['x₁', 'x₂'],
  labelName: 'circle',
  real: false,
  shape: (options) => ({ task: 'classification', examples: options['examples']!, features: 2, classes: 2, labels: 1 }),
  create,
};

/** The order has its own stream, so that a change of `noise` moves the same points by the same draws. */
const ORDER = 0;
const NOISE = 1;

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = circles.shape(options);
  const { examples } = shape;
  const { cos, sin } = libm(kernel);
  const mark = kernel.mark();
  const noise = openStream(kernel, seed, 'data', NOISE);
  const x = new Float64Array(2 * examples);
  const y = new Float64Array(examples);
  const outer = Math.floor(examples / 2);
  const order = Int32Array.from({ length: examples }, (_, i) => i);
  openStream(kernel, seed, 'data', ORDER).shuffle(order);
  order.forEach((point, row) => {
    const isOuter = point < outer;
    // Evenly spaced, the end left out: numpy.linspace(0, 2π, count, endpoint=False).
    const angle = isOuter ? (2 * Math.PI * point) / outer : (2 * Math.PI * (point - outer)) / (examples - outer);
    const radius = isOuter ? 1 : options['factor']!;
    x[2 * row] = radius * cos(angle) + options['noise']! * noise.normal();
    x[2 * row + 1] = radius * sin(angle) + options['noise']! * noise.normal();
    y[row] = isOuter ? 0 : 1;
  });
  kernel.release(mark);
  return { ...shape, x, y };
}
