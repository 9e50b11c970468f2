/**
 * Many features of which few matter: y = x₁ − x₂ + x₃ − …, over the first `relevant` of 20 features, + noise. The features are independent and
 * standard normal. The setting in which the lasso (Tibshirani 1996) is to find out which features matter.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, labelNoiseOption } from '../pointOptions.ts';

const FEATURES = 20;

export const sparseLinear: Dataset = {
  name: 'sparseLinear',
  title: 'few of twenty',
  summary: 'A linear function of 3 (or more, or fewer) of 20 random features, with noise: which of them matter has to be found out.',
  task: 'regression',
  options: {
    examples: examplesOption(500),
    noise: labelNoiseOption(1),
    relevant: { kind: 'number', description: 'how many of the 20 features matter, the first ones', default: 3, min: 0, max: FEATURES, integer: true },
  },
  references: ['tibshirani1996'],
  featureNames: Array.from({ length: FEATURES }, (_, feature) => `x${subscript(feature + 1)}`),
  labelName: 'y',
  real: false,
  shape: (options) => ({ task: 'regression', examples: options['examples']!, features: FEATURES, classes: 0, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = sparseLinear.shape(options);
  const mark = kernel.mark();
  const { noise, place } = openDataStreams(kernel, seed, shape.examples);
  const x = Float64Array.from({ length: FEATURES * shape.examples }, () => place.normal());
  const y = Float64Array.from({ length: shape.examples }, (_, row) => {
    let sum = options['noise']! * noise.normal();
    for (let feature = 0; feature < options['relevant']!; feature++) sum += (feature % 2 === 0 ? 1 : -1) * x[row * FEATURES + feature]!;
    return sum;
  });
  kernel.release(mark);
  return { ...shape, x, y };
}

function subscript(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!);
}
