/**
 * A sine over the unit interval, some of whose labels are too high by the same amount, for losses that differ in how they take outliers:
 * y = sin(2πx) + noise, at evenly spaced x from 0 to 1, both ends included, in shuffled order. The last
 * quarter of the examples is the data set's own test set, and has no outliers; of the others, the first ⌊share · n⌉
 * are outliers. It is the contaminated distribution of Huber (1964), with all of the contamination on one side.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, labelNoiseOption } from '../pointOptions.ts';

export const outliers: Dataset = {
  name: 'outliers',
  title: 'sine with outliers',
  summary: 'A noisy sine with some labels that are far too high; its test set has none of them.',
  task: 'regression',
  options: {
    examples: examplesOption(400),
    noise: labelNoiseOption(0.1),
    share: { kind: 'number', description: 'share of outliers among the examples that are not for testing', default: 0.1, min: 0, max: 1 },
    shift: { kind: 'number', description: 'how far the labels of outliers are moved up', default: 3, min: -100, max: 100 },
  },
  references: ['huber1964'],
  featureNames: ['x'],
  labelName: 'y',
  real: false,
  shape: (options) => ({
    task: 'regression',
    examples: options['examples']!,
    features: 1,
    classes: 0,
    labels: 1,
    testExamples: Math.floor(options['examples']! / 4),
  }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = outliers.shape(options);
  const { sin } = libm(kernel);
  const mark = kernel.mark();
  const { order, noise } = openDataStreams(kernel, seed, shape.examples);
  const moved = Math.round(options['share']! * (shape.examples - shape.testExamples!));
  const x = Float64Array.from(order, (point) => point / (shape.examples - 1));
  const y = x.map((at, row) => sin(2 * Math.PI * at) + options['noise']! * noise.normal() + (row < moved ? options['shift']! : 0));
  kernel.release(mark);
  return { ...shape, x, y };
}
