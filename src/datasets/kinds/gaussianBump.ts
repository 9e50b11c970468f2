/** A Gaussian bump: y = exp(−(x₁² + x₂²)/(2·width²)) + noise, at points drawn uniformly from the square [−1, 1]². */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, labelNoiseOption } from '../pointOptions.ts';

export const gaussianBump: Dataset = {
  name: 'gaussianBump',
  title: 'Gaussian bump',
  summary: 'A bell over the plane, of height 1 at the origin.',
  task: 'regression',
  options: {
    examples: examplesOption(1000),
    noise: labelNoiseOption(0.05),
    width: { kind: 'number', description: 'standard deviation of the bell', default: 0.4, min: 0.01, max: 2, scale: 'log' },
  },
  references: [],
  featureNames: ['x₁', 'x₂'],
  labelName: 'y',
  real: false,
  shape: (options) => ({ task: 'regression', examples: options['examples']!, features: 2, classes: 0, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = gaussianBump.shape(options);
  const width = options['width']!;
  const { exp } = libm(kernel);
  const mark = kernel.mark();
  const { noise, place } = openDataStreams(kernel, seed, shape.examples);
  const x = Float64Array.from({ length: 2 * shape.examples }, () => 2 * place.uniform() - 1);
  const y = Float64Array.from({ length: shape.examples }, (_, row) => {
    const [a, b] = [x[2 * row]! / width, x[2 * row + 1]! / width];
    return exp(-0.5 * (a * a + b * b)) + options['noise']! * noise.normal();
  });
  kernel.release(mark);
  return { ...shape, x, y };
}
