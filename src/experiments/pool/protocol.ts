/** What a pool and its workers say to each other. Histories cross as typed arrays, transferred. */
import type { EngineName } from '../../engines/engine.ts';
import type { Failure, History, RunResult } from '../train/result.ts';
import type { ProbeReading } from '../probes/reading.ts';
import type { Run } from '../train/observation.ts';

export type ToWorker =
  /**
   * Train, and wait once `until` updates are done. A worker takes several runs; those that do not wait share its time.
   * `points`, `readings`: whether they are wanted before the result, which has them all.
   */
  | { type: 'run'; id: number; run: Run; engine: EngineName; keepParameters: boolean; until: number; points: boolean; readings: boolean }
  /** Train on, up to another update; 0: wait at the next breath. */
  | { type: 'proceed'; id: number; until: number }
  | { type: 'cancel'; id: number }
  /** Get ready for runs like these: each is trained for a moment, and nobody hears of it. Whatever else is asked for ends it. */
  | { type: 'rehearse'; runs: readonly Run[]; engine: EngineName };

export type FromWorker =
  /** Points that have come since the last message; same columns, in the same order, each time. What probes have read at them, if that is wanted. */
  | { type: 'points'; id: number; points: History; readings?: readonly ProbeReading[] }
  /**
   * The run waits, after `step` updates, because of what was last said: `until`. `now`: one more point, which is no part of
   * its history, where that has none at this step.
   */
  | { type: 'held'; id: number; step: number; until: number; now: History | undefined }
  /** The run is over, also when it was cancelled or diverged. */
  | { type: 'result'; id: number; result: RunResult }
  /** The run could not be done. */
  | { type: 'failed'; id: number; failure: Failure };

/** A worker, seen from the pool. Implemented for browsers and for Node. */
export interface WorkerPort {
  post(message: ToWorker): void;
  onMessage(handler: (message: FromWorker) => void): void;
  /** The worker died or could not be started. */
  onError(handler: (error: Error) => void): void;
  terminate(): void;
}

/** The pool, seen from inside a worker. */
export interface PoolPort {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  onMessage(handler: (message: ToWorker) => void): void;
}

/** The buffers of a history, to be transferred. */
export function buffersOf({ step, epoch, columns }: History): ArrayBuffer[] {
  return [step, epoch, ...columns.map(({ values }) => values)].map((array) => array.buffer as ArrayBuffer);
}
