/**
 * Gaussian blobs, by scikit-learn's definition (`make_blobs`): one centre per class, drawn uniformly from
 * the square [−box, box]², and points about it with the same standard deviation in both coordinates.
 * Classes hold the same number of points, to within one. The centres are drawn from the seed, so some
 * seeds give blobs that overlap and others do not.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption } from '../pointOptions.ts';

export const blobs: Dataset = {
  name: 'blobs',
  title: 'Gaussian blobs',
  summary: 'One Gaussian cloud of points per class, about centres drawn at random.',
  task: 'classification',
  options: {
    examples: examplesOption(1000),
    classes: { kind: 'number', description: 'number of blobs, one class each', default: 3, min: 2, max: 20, integer: true },
    deviation: { kind: 'number', description: 'standard deviation of each blob in each coordinate', default: 1, min: 0, max: 20 },
    box: { kind: 'number', description: 'half the side of the square from which the centres are drawn', default: 10, min: 0, max: 100 },
  },
  references: ['pedregosa2011'],
  featureNames: ['x₁', 'x₂'],
  labelName: 'blob',
  real: false,
  shape: (options) => ({ task: 'classification', examples: options['examples']!, features: 2, classes: options['classes']!, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = blobs.shape(options);
  const { examples, classes } = shape;
  const mark = kernel.mark();
  const { order, noise, place } = openDataStreams(kernel, seed, examples);
  const centres = Float64Array.from({ length: 2 * classes }, () => options['box']! * (2 * place.uniform() - 1));
  const x = new Float64Array(2 * examples);
  const y = new Float64Array(examples);
  order.forEach((point, row) => {
    const blob = point % classes;
    x[2 * row] = centres[2 * blob]! + options['deviation']! * noise.normal();
    x[2 * row + 1] = centres[2 * blob + 1]! + options['deviation']! * noise.normal();
    y[row] = blob;
  });
  kernel.release(mark);
  return { ...shape, x, y };
}
