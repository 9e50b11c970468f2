/** The randomness of a search: draw `index` of seed s is the same whatever was drawn before it, so states of a search are values. */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { openStream } from '../../kernel/random.ts';
import { pointAt, type Space } from './space.ts';
import { keyOf, type Point } from './turn.ts';

/** Where the randomness of a search comes from. */
export interface Chance {
  kernel: Kernel;
  seed: number;
}

/** `count` numbers, uniform in [0, 1), of the stream (seed, 'search', index). */
export function uniforms({ kernel, seed }: Chance, index: number, count: number): number[] {
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'search', index);
  const numbers = Array.from({ length: count }, () => stream.uniform());
  kernel.release(mark);
  return numbers;
}

/**
 * `count` random points, none of which is in `seen`, from draws `from`, `from` + 1, …; fewer if the space has no more (or almost no
 * more) to give. `next`: the first draw not used; `seen`: with the new ones.
 */
export function drawDistinct(space: Space, chance: Chance, count: number, from: number, seen: ReadonlySet<string>) {
  const functions = libm(chance.kernel);
  const points: Point[] = [];
  const all = new Set(seen);
  let [next, misses] = [from, 0];
  while (points.length < count && misses < MISSES) {
    const point = pointAt(space, uniforms(chance, next++, space.length), functions);
    const key = keyOf(point);
    if (all.has(key)) {
      misses++;
      continue;
    }
    misses = 0;
    all.add(key);
    points.push(point);
  }
  return { points, next, seen: all };
}

/** So many known points in a row, and the space counts as exhausted. */
const MISSES = 1000;
