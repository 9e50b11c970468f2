/**
 * The streams (seed, 'data', …) from which generated data draw. Each use has its own, so that a change of
 * `noise`, say, moves the same points by the same draws and leaves their order and places alone.
 */
import type { Kernel } from '../kernel/kernel.ts';
import { openStream, type Stream } from '../kernel/random.ts';

export interface DataStreams {
  /** Row i holds point order[i]: a random order of 0 … examples − 1. */
  order: Int32Array;
  noise: Stream;
  /** Where points, or the centres of classes, lie. */
  place: Stream;
}

/** Call between the kernel's `mark` and `release`: the streams live in its memory. */
export function openDataStreams(kernel: Kernel, seed: number, examples: number): DataStreams {
  const order = Int32Array.from({ length: examples }, (_, i) => i);
  openStream(kernel, seed, 'data', ORDER).shuffle(order);
  return { order, noise: openStream(kernel, seed, 'data', NOISE), place: openStream(kernel, seed, 'data', PLACE) };
}

/** Numbers are part of the meaning of a seed: never reuse or reorder. circles.ts uses the first two. */
const ORDER = 0;
const NOISE = 1;
const PLACE = 2;
