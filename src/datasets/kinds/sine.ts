/**
 * One sine over the unit interval, as in Bishop (2006, section 1.1): y = sin(2π·cycles·x) + noise, at
 * evenly spaced x from 0 to 1, both ends included, in shuffled order.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, labelNoiseOption } from '../pointOptions.ts';

export const sine: Dataset = {
  name: 'sine',
  title: 'sine',
  summary: 'A noisy sine over the unit interval.',
  task: 'regression',
  options: {
    examples: examplesOption(200),
    noise: labelNoiseOption(0.1),
    cycles: { kind: 'number', description: 'periods between x = 0 and x = 1', default: 1, min: 0, max: 10, exclusiveMin: true },
  },
  references: ['bishop2006'],
  featureNames: ['x'],
  labelName: 'y',
  real: false,
  shape: (options) => ({ task: 'regression', examples: options['examples']!, features: 1, classes: 0, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = sine.shape(options);
  const { sin } = libm(kernel);
  const mark = kernel.mark();
  const { order, noise } = openDataStreams(kernel, seed, shape.examples);
  const x = Float64Array.from(order, (point) => point / (shape.examples - 1));
  const y = x.map((at) => sin(2 * Math.PI * options['cycles']! * at) + options['noise']! * noise.normal());
  kernel.release(mark);
  return { ...shape, x, y };
}
