import type { Stream } from '../../kernel/random.ts';
import type { Choice, Entry, Equivalents } from '../entry.ts';

export interface InitializerEntry extends Entry {
  equivalents: Equivalents;
  /** Fill `weights`, row-major [fanIn][fanOut], drawing from `stream`. */
  fill(weights: Float32Array, fanIn: number, fanOut: number, choice: Choice, stream: Stream): void;
}
