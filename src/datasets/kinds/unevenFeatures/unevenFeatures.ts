/**
 * A linear function of features of two sizes: 16 with standard deviation 1 and 4 with standard deviation `size`. Each group contributes 1 to the variance of y, so that
 * each small feature says four times as much as a large one; noise adds its own. Every feature has the mean `offset`, in its own standard deviations.
 * Differently scaled features are the setting in which Heckel and Yilmaz (2021) derive double descent over the epochs.
 */
import type { Kernel } from '../../../kernel/kernel.ts';
import { openDataStreams } from '../../dataStreams.ts';
import type { Dataset, Examples, Options } from '../../dataset.ts';
import { examplesOption, labelNoiseOption } from '../../pointOptions.ts';
import { effectOf, featureName, FEATURES, isLarge } from './groups.ts';

export const unevenFeatures: Dataset = {
  name: 'unevenFeatures',
  title: 'uneven features',
  summary: 'A linear function of 16 large features and 4 small ones, each of which says more, with noise.',
  task: 'regression',
  options: {
    examples: examplesOption(500),
    noise: labelNoiseOption(1),
    size: { kind: 'number', description: 'standard deviation of the 4 small features; the others have 1', default: 0.1, min: 0.001, max: 1, scale: 'log' },
    offset: { kind: 'number', description: 'mean of every feature, in its standard deviations', default: 0, min: 0, max: 100 },
  },
  references: ['heckel2021'],
  featureNames: Array.from({ length: FEATURES }, (_, feature) => featureName(feature)),
  labelName: 'y',
  real: false,
  shape: (options) => ({ task: 'regression', examples: options['examples']!, features: FEATURES, classes: 0, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = unevenFeatures.shape(options);
  const mark = kernel.mark();
  const { noise, place } = openDataStreams(kernel, seed, shape.examples);
  const standard = Float64Array.from({ length: FEATURES * shape.examples }, () => place.normal());
  const y = Float64Array.from({ length: shape.examples }, (_, row) => {
    let sum = options['noise']! * noise.normal();
    for (let feature = 0; feature < FEATURES; feature++) sum += effectOf(feature) * standard[row * FEATURES + feature]!;
    return sum;
  });
  const x = standard.map((value, index) => (value + options['offset']!) * (isLarge(index % FEATURES) ? 1 : options['size']!));
  kernel.release(mark);
  return { ...shape, x, y };
}
