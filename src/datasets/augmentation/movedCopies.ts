/** The copies that augmentation adds to a training split, and only to that. */
import { CODES, type CodedRows } from '../../kernel/coded.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openStream, type Stream } from '../../kernel/random.ts';
import { augmentationOptions, type Augmentation } from './augmentation.ts';
import type { Examples } from '../dataset.ts';
import { KNOTS, movePicture, type Move } from './movePicture.ts';

/**
 * [copies][rows][pixels]: first one copy of each of `rows`, then the next of each. The copies of an example are drawn from streams of their own
 * (seed, 'augmentation'), named by its place in the data set, so that neither the split nor the number of copies changes what a copy looks like. Throws where examples are no pictures.
 */
export function movedCopies(
  { x, image, features }: Pick<Examples, 'x' | 'image' | 'features'>,
  rows: Int32Array,
  augmentation: Augmentation,
  kernel: Kernel,
  seed: number,
): Float64Array {
  const moved = new Float64Array(augmentation.copies * rows.length * features);
  const original = (row: number) => x.subarray(row * features, (row + 1) * features);
  moveEach(image, rows, augmentation, { kernel, seed }, original, (copy, place) => moved.set(copy, place * features));
  return moved;
}

/** The same where features are codes: each shade of a copy becomes the code of the nearest value. What codes stand for has to rise evenly, the same for all columns. */
export function movedCodes(
  { x: { codes, columns, values }, image }: Pick<Examples<CodedRows>, 'x' | 'image'>,
  rows: Int32Array,
  augmentation: Augmentation,
  kernel: Kernel,
  seed: number,
): Uint8Array {
  const moved = new Uint8Array(augmentation.copies * rows.length * columns);
  const lowest = values[0]!;
  const step = (values.at(-1)! - lowest) / (CODES - 1);
  const shades = new Float64Array(columns);
  const original = (row: number) => {
    for (let column = 0; column < columns; column++) shades[column] = values[codes[row * columns + column]!]!;
    return shades;
  };
  moveEach(image, rows, augmentation, { kernel, seed }, original, (copy, place) => {
    for (let column = 0; column < columns; column++) moved[place * columns + column] = Math.round((copy[column]! - lowest) / step);
  });
  return moved;
}

/** Hand each copy to `keep`, with its place among the copies. It is overwritten by the next. */
function moveEach(
  image: Examples['image'],
  rows: Int32Array,
  augmentation: Augmentation,
  { kernel, seed }: { kernel: Kernel; seed: number },
  original: (row: number) => ArrayLike<number>,
  keep: (copy: Float64Array, place: number) => void,
): void {
  if (!image) throw new Error('Found examples that are no pictures; allowed: pictures, which can be moved.');
  const functions = libm(kernel);
  const moved = new Float64Array(image.width * image.height);
  for (let copy = 0; copy < augmentation.copies; copy++) {
    rows.forEach((row, index) => {
      const mark = kernel.mark();
      const stream = openStream(kernel, seed, 'augmentation', row * MOST_COPIES + copy);
      movePicture(image, drawMove(augmentation, stream), functions, { values: original(row), start: 0 }, { values: moved, place: 0 });
      kernel.release(mark);
      keep(moved, copy * rows.length + index);
    });
  }
}

const MOST_COPIES = augmentationOptions.copies.max;

/** Always the same draws in the same order, so that what is switched on leaves the rest as it was. */
function drawMove({ shift, rotation, scaling, shear, elastic }: Augmentation, stream: Stream): Move {
  const about = (range: number) => range * (2 * stream.uniform() - 1);
  const move: Move = {
    across: about(shift),
    down: about(shift),
    turn: about((rotation * Math.PI) / 180),
    size: 1 + about(scaling),
    slant: about(shear),
  };
  if (elastic === 0) return move;
  const knots = () => Array.from({ length: KNOTS * KNOTS }, () => elastic * stream.normal());
  return { ...move, knots: { across: knots(), down: knots() } };
}
