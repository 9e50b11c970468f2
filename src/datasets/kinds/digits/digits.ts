/**
 * Our own handwritten-looking digits, made from pen strokes, so that experiments on digits need no
 * download: a way of writing the digit is chosen (digits/templates.ts), its points are jittered, the path
 * is distorted elastically, widened, slanted and rotated, and drawn with a pen of varying width; size and
 * centring follow MNIST (LeCun et al. 1998). All ten classes are equally frequent, to within one.
 */
import type { Kernel } from '../../../kernel/kernel.ts';
import { libm } from '../../../kernel/libm.ts';
import { openStream, type Stream } from '../../../kernel/random.ts';
import type { DataShape, Dataset, DatasetOption, Examples, Options } from '../../dataset.ts';
import { distort } from './distort.ts';
import { penPath } from './penPath.ts';
import { render, SIDE } from './render.ts';
import { templates } from './templates.ts';
import { examplesOption } from '../../pointOptions.ts';

const PIXELS = SIDE * SIDE;

/** How a digit is written. */
export const penOptions: Record<string, DatasetOption> = {
  jitter: { kind: 'number', description: 'mean standard deviation of the points of a stroke, in heights of the digit', default: 0.04, min: 0, max: 0.2 },
  elastic: { kind: 'number', description: 'mean standard deviation of the elastic distortion, in heights of the digit', default: 0.07, min: 0, max: 0.3 },
  slant: { kind: 'number', description: 'standard deviation of the slant, in widths per height', default: 0.2, min: 0, max: 1 },
  rotation: { kind: 'number', description: 'standard deviation of the rotation, in degrees', default: 7, min: 0, max: 90 },
  thickness: { kind: 'number', description: 'mean width of the pen, in pixels', default: 2.6, min: 1, max: 6 },
};

export const featureNames = Array.from({ length: PIXELS }, (_, pixel) => `pixel ${Math.floor(pixel / SIDE) + 1}, ${(pixel % SIDE) + 1}`);

export const digits: Dataset = {
  name: 'digits',
  title: 'digits',
  summary: 'Handwritten-looking digits of 28 × 28 pixels, drawn by a program; a stand-in for MNIST that needs no download.',
  task: 'classification',
  options: { examples: examplesOption(2000, 60_000), ...penOptions },
  references: ['lecun1998mnist', 'simard2003'],
  featureNames,
  labelName: 'digit',
  real: false,
  shape: (options) => pictureShape(options, 10),
  create: (options, kernel, seed) => drawDigits(options, 10, (label) => label, kernel, seed),
};

/** Examples of `classes` classes, all equally frequent to within one; `digitOf` a class is the digit that is drawn. */
export function drawDigits(options: Options, classes: number, digitOf: (label: number) => number, kernel: Kernel, seed: number): Examples {
  const shape = pictureShape(options, classes);
  const mark = kernel.mark();
  const order = Int32Array.from({ length: shape.examples }, (_, i) => i);
  openStream(kernel, seed, 'data', ORDER).shuffle(order);
  kernel.release(mark);
  // Shades of 1/255, which 32 bits hold well enough, in half the memory.
  const x = new Float32Array(shape.examples * PIXELS);
  const y = Float64Array.from(order, (image) => image % classes);
  y.forEach((label, row) => {
    const own = kernel.mark();
    draw(digitOf(label), options, kernel, openStream(kernel, seed, 'data', FIRST_IMAGE + row), x.subarray(row * PIXELS, (row + 1) * PIXELS));
    kernel.release(own);
  });
  return { ...shape, x, y };
}

function pictureShape(options: Options, classes: number): DataShape {
  return { task: 'classification', examples: options['examples']!, features: PIXELS, classes, labels: 1, image: { width: SIDE, height: SIDE } };
}

/** Streams (seed, 'data', …): the order of the classes, and one for each image, so that it depends on nothing before it. */
const ORDER = 0;
const FIRST_IMAGE = 1;

function draw(digit: number, options: Options, kernel: Kernel, stream: Stream, image: Float32Array): void {
  const ways = templates[digit]!;
  // Some hands are neat and some are not.
  const sloppiness = 0.4 + 1.2 * stream.uniform();
  const path = penPath(ways[stream.integer(ways.length)]!, sloppiness * options['jitter']!, stream);
  const distortion = {
    elastic: sloppiness * options['elastic']!,
    width: 0.6 + 0.5 * stream.uniform(),
    // Most people lean to the right.
    slant: options['slant']! * (0.5 + stream.normal()),
    rotation: (options['rotation']! * stream.normal() * Math.PI) / 180,
  };
  const distorted = distort(path, distortion, libm(kernel), stream);
  // The pen is between 0.6 and 1.4 times its mean width, and changes by up to a fifth along the path.
  const width = options['thickness']! * (0.6 + 0.8 * stream.uniform());
  const change = 0.2 * (2 * stream.uniform() - 1);
  render(distorted, { start: width * (1 - change / 2), end: width * (1 + change / 2) }, image);
}
