/**
 * What a large trial keeps of its histories, so that a thousand runs take no more memory than a few: every so many points,
 * as many as figures draw. All runs keep points at the same places, so that their curves can be averaged.
 */
import type { History } from '../../../experiments/train/result.ts';

/** A trial keeps all points if it has at most this many; a point has about six numbers of eight bytes. */
const MOST_POINTS = 400_000;
/** Of each run, if there are more. */
const KEPT = 120;

export class Thinning {
  /** Every so many points are kept. */
  readonly stride: number;
  /** Of a run that uses up its budget. */
  readonly #points: number;
  /** Points that have come of each run in pieces. */
  readonly #seen = new Map<number, number>();

  /** `runs` of at most `points` points each. Defaults to keeping everything. */
  constructor(runs = 0, points = 0) {
    this.stride = runs * points > MOST_POINTS ? Math.max(1, Math.ceil(points / KEPT)) : 1;
    this.#points = points;
  }

  /** The next piece of a run. */
  next(run: number, piece: History): History {
    if (this.stride === 1) return piece;
    const seen = this.#seen.get(run) ?? 0;
    this.#seen.set(run, seen + piece.step.length);
    return pick(piece, (index) => this.#isKept(seen + index));
  }

  /** All of a run at once; `also` are indices of points that are kept wherever they are. */
  whole(history: History, also: readonly number[] = []): History {
    if (this.stride === 1) return history;
    return pick(history, (index) => this.#isKept(index) || also.includes(index));
  }

  #isKept(index: number): boolean {
    return index % this.stride === 0 || index === this.#points - 1;
  }
}

function pick({ step, epoch, columns }: History, isKept: (index: number) => boolean): History {
  const kept = (values: Float64Array) => values.filter((_, index) => isKept(index));
  return { step: kept(step), epoch: kept(epoch), columns: columns.map((column) => ({ ...column, values: kept(column.values) })) };
}
