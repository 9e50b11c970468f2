/** The copies that augmentation adds to a training split, and only to that. */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openStream, type Stream } from '../../kernel/random.ts';
import { augmentationOptions, type Augmentation } from './augmentation.ts';
import { numbersOf, type Examples, type FeatureColumns } from '../dataset.ts';
import { KNOTS, movePicture, type Move } from './movePicture.ts';

/**
 * [copies][rows][pixels]: first one copy of each of `rows`, then the next of each. The copies of an example are drawn from streams of their own
 * (seed, 'augmentation'), named by its place in the data set, so that neither the split nor the number of copies changes what a copy looks like. Throws where examples are no pictures.
 */
export function movedCopies(
  { x, image, features }: Pick<Examples<FeatureColumns>, 'x' | 'image' | 'features'>,
  rows: Int32Array,
  augmentation: Augmentation,
  kernel: Kernel,
  seed: number,
): Float64Array {
  if (!image) throw new Error('Found examples that are no pictures; allowed: pictures, which can be moved.');
  // Of codes only the rows that are needed become numbers.
  const originals = 'codes' in x ? numbersOf({ ...x, rows }) : x;
  const placeOf = (index: number) => ('codes' in x ? index : rows[index]!) * features;
  const functions = libm(kernel);
  const moved = new Float64Array(augmentation.copies * rows.length * features);
  for (let copy = 0, place = 0; copy < augmentation.copies; copy++) {
    for (let index = 0; index < rows.length; index++, place += features) {
      const mark = kernel.mark();
      const stream = openStream(kernel, seed, 'augmentation', rows[index]! * MOST_COPIES + copy);
      movePicture(image, drawMove(augmentation, stream), functions, { values: originals, start: placeOf(index) }, { values: moved, place });
      kernel.release(mark);
    }
  }
  return moved;
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
