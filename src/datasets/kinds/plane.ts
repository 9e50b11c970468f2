/**
 * A plane: y = (x₁ + x₂ / s)/2 + noise, at points drawn uniformly from the rectangle [−1, 1] × [−s, s]; what a network without hidden layers
 * can learn. The stretch s makes a ravine of it: half the mean squared error has curvatures 1/3 and s²/3 along the two weights, and 1 along the bias.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, labelNoiseOption } from '../pointOptions.ts';

export const plane: Dataset = {
  name: 'plane',
  title: 'plane',
  summary: 'The mean of two features, with noise: regression that needs no hidden layer.',
  task: 'regression',
  options: {
    examples: examplesOption(1000),
    noise: labelNoiseOption(0.1),
    stretch: { kind: 'number', description: 'how many times as far the second feature reaches as the first', default: 1, min: 0.01, max: 100, scale: 'log' },
  },
  references: [],
  featureNames: ['x₁', 'x₂'],
  labelName: 'y',
  real: false,
  shape: (options) => ({ task: 'regression', examples: options['examples']!, features: 2, classes: 0, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = plane.shape(options);
  const mark = kernel.mark();
  const { noise, place } = openDataStreams(kernel, seed, shape.examples);
  const x = Float64Array.from({ length: 2 * shape.examples }, () => 2 * place.uniform() - 1);
  const y = Float64Array.from({ length: shape.examples }, (_, row) => (x[2 * row]! + x[2 * row + 1]!) / 2 + options['noise']! * noise.normal());
  for (let second = 1; second < x.length; second += 2) x[second]! *= options['stretch']!;
  kernel.release(mark);
  return { ...shape, x, y };
}
