/**
 * Exclusive or, spread out: points drawn uniformly from the square [−1, 1]², class 1 where exactly one of
 * the two features is positive. The four quadrants take turns, so that each holds a quarter of the points
 * (to within one). It is the continuous form of the problem by which Minsky & Papert (1969) showed the
 * limits of a single layer; Rumelhart, Hinton & Williams (Parallel Distributed Processing, 1986, ch. 8) trained a hidden one on it.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, featureNoiseOption } from '../pointOptions.ts';

export const xor: Dataset = {
  name: 'xor',
  title: 'exclusive or',
  summary: 'Four quadrants, of which opposite ones belong to one class; no straight line separates them.',
  task: 'classification',
  options: {
    examples: examplesOption(1000),
    noise: featureNoiseOption(0),
    gap: { kind: 'number', description: 'distance that each point keeps from both axes, before noise', default: 0, min: 0, max: 1, exclusiveMax: true },
  },
  references: ['minsky1969', 'rumelhart1986pdp'],
  featureNames: ['x₁', 'x₂'],
  labelName: 'exactly one is positive',
  real: false,
  shape: (options) => ({ task: 'classification', examples: options['examples']!, features: 2, classes: 2, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = xor.shape(options);
  const gap = options['gap']!;
  const mark = kernel.mark();
  const { order, noise, place } = openDataStreams(kernel, seed, shape.examples);
  const x = new Float64Array(2 * shape.examples);
  const y = new Float64Array(shape.examples);
  order.forEach((point, row) => {
    const signs = [point % 4 < 2 ? 1 : -1, point % 2 === 0 ? 1 : -1] as const;
    signs.forEach((sign, feature) => {
      // 1 − uniform lies in (0, 1], so that no point falls on an axis.
      const distance = gap + (1 - gap) * (1 - place.uniform());
      x[2 * row + feature] = sign * distance + options['noise']! * noise.normal();
    });
    y[row] = signs[0] === signs[1] ? 0 : 1;
  });
  kernel.release(mark);
  return { ...shape, x, y };
}
