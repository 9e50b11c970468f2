/**
 * Interleaved spirals, one arm per class: point k of the m on an arm lies at radius r = k/m and angle
 * 2π(arm/arms + turns·r), so that arms are copies of one Archimedean spiral, turned against each other, that leave the origin for
 * radius 1. Gaussian noise is added to both coordinates. Two arms of three turns are in essence the
 * two-spirals problem of Lang & Witbrock (1988). Arms hold the same number of points, to within one.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openDataStreams } from '../dataStreams.ts';
import type { Dataset, Examples, Options } from '../dataset.ts';
import { examplesOption, featureNoiseOption } from '../pointOptions.ts';

export const spiral: Dataset = {
  name: 'spiral',
  title: 'spiral',
  summary: 'Interleaved spiral arms, one per class; many turns ask for many hidden units.',
  task: 'classification',
  options: {
    examples: examplesOption(1000),
    noise: featureNoiseOption(0.02),
    arms: { kind: 'number', description: 'number of arms, one class each', default: 2, min: 2, max: 10, integer: true },
    turns: { kind: 'number', description: 'how often each arm goes around the origin', default: 1, min: 0, max: 5, exclusiveMin: true },
  },
  references: ['lang1988'],
  featureNames: ['x₁', 'x₂'],
  labelName: 'arm',
  real: false,
  shape: (options) => ({ task: 'classification', examples: options['examples']!, features: 2, classes: options['arms']!, labels: 1 }),
  create,
};

function create(options: Options, kernel: Kernel, seed: number): Examples {
  const shape = spiral.shape(options);
  const { examples, classes: arms } = shape;
  const { cos, sin } = libm(kernel);
  const mark = kernel.mark();
  const { order, noise } = openDataStreams(kernel, seed, examples);
  const x = new Float64Array(2 * examples);
  const y = new Float64Array(examples);
  order.forEach((point, row) => {
    const arm = point % arms;
    // Points of this arm, counted from 1: none lies at the origin, where the arms meet.
    const points = Math.floor((examples - 1 - arm) / arms) + 1;
    const radius = (Math.floor(point / arms) + 1) / points;
    const angle = 2 * Math.PI * (arm / arms + options['turns']! * radius);
    x[2 * row] = radius * cos(angle) + options['noise']! * noise.normal();
    x[2 * row + 1] = radius * sin(angle) + options['noise']! * noise.normal();
    y[row] = arm;
  });
  kernel.release(mark);
  return { ...shape, x, y };
}
