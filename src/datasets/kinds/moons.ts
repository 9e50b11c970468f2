/**
 * Two interleaving half circles, by scikit-learn's definition (`make_moons`): ⌊n/2⌋ points of class 0 on
 * the upper half of the unit circle about (0, 0), the rest of class 1 on the lower half of the unit circle
 * about (1, ½), each at evenly spaced angles from 0 to π, both ends included, in shuffled order, with
 * Gaussian noise added to both coordinates.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, featureNoiseOption } from '../pointOptions.ts';

export const moons: Dataset = {
  name: 'moons',
  title: 'moons',
  summary: 'Two interleaving half circles with noise.',
  task: 'classification',
  options: { examples: examplesOption(1000), noise: featureNoiseOption(0.1) },
  references: ['pedregosa2011'],
  featureNames: ['x₁', 'x₂'],
  labelName: 'moon',
  real: false,
  shape: (options) => ({ task: 'classification', examples: options['examples']!, features: 2, classes: 2, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = moons.shape(options);
  const { examples } = shape;
  const { cos, sin } = libm(kernel);
  const mark = kernel.mark();
  const { order, noise } = openDataStreams(kernel, seed, examples);
  const x = new Float64Array(2 * examples);
  const y = new Float64Array(examples);
  const upper = Math.floor(examples / 2);
  order.forEach((point, row) => {
    const isUpper = point < upper;
    const angle = isUpper ? (Math.PI * point) / (upper - 1) : (Math.PI * (point - upper)) / (examples - upper - 1);
    x[2 * row] = (isUpper ? cos(angle) : 1 - cos(angle)) + options['noise']! * noise.normal();
    x[2 * row + 1] = (isUpper ? sin(angle) : 0.5 - sin(angle)) + options['noise']! * noise.normal();
    y[row] = isUpper ? 0 : 1;
  });
  kernel.release(mark);
  return { ...shape, x, y };
}
