/**
 * A checkerboard: points drawn uniformly from the square [−1, 1]², which is divided into cells × cells
 * equal squares of alternating class; the square at the lower left is of class 0. Two cells a side give
 * the exclusive or. Gaussian noise moves the points after their class is settled.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, featureNoiseOption } from '../pointOptions.ts';

export const checkerboard: Dataset = {
  name: 'checkerboard',
  title: 'checkerboard',
  summary: 'Squares of alternating class: as many pieces of boundary as one cares to ask for.',
  task: 'classification',
  options: {
    examples: examplesOption(2000),
    noise: featureNoiseOption(0),
    cells: { kind: 'number', description: 'squares along each side', default: 4, min: 2, max: 16, integer: true },
  },
  references: [],
  featureNames: ['x₁', 'x₂'],
  labelName: 'colour',
  real: false,
  shape: (options) => ({ task: 'classification', examples: options['examples']!, features: 2, classes: 2, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = checkerboard.shape(options);
  const cells = options['cells']!;
  const mark = kernel.mark();
  const { order, noise, place } = openDataStreams(kernel, seed, shape.examples);
  const x = new Float64Array(2 * shape.examples);
  const y = new Float64Array(shape.examples);
  for (let row = 0; row < order.length; row++) {
    const [across, up] = [cells * place.uniform(), cells * place.uniform()];
    x[2 * row] = (2 * across) / cells - 1 + options['noise']! * noise.normal();
    x[2 * row + 1] = (2 * up) / cells - 1 + options['noise']! * noise.normal();
    y[row] = (Math.floor(across) + Math.floor(up)) % 2;
  }
  kernel.release(mark);
  return { ...shape, x, y };
}
