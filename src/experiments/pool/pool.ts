/**
 * Workers that train runs in parallel.
 *
 *   queue ──▶ idle worker (spawned when first needed, up to `size`) ──points, result──▶ job
 *                 │ ▲ held: the run keeps its place in the worker, which takes others meanwhile
 *                 │ └───── resumed, when the worker is idle again
 *                 │ of a long queue, a worker has its next run ahead, and begins it by itself
 *                 │ dies: its runs are reported failed, but for the next one; the slot spawns anew
 *                 └ cancelled, and no answer in time: terminated, the slot spawns anew
 */
import { Fault } from '../../faults/fault.ts';
import { failureOf } from './failureOf.ts';
import { PoolJob, type JobOptions, type Task } from './poolJob.ts';
import type { FromWorker, WorkerPort } from './protocol.ts';
import type { Run } from '../train/observation.ts';
import type { RunResult } from '../train/result.ts';

export type { JobOptions } from './poolJob.ts';

export interface PoolOptions {
  spawn(): WorkerPort;
  /** Most workers at a time, at least 1. */
  size: number;
  /**
   * Most workers that may take runs with data like this one's, because each keeps the data in its memory, which it does not give back.
   * At least 1; defaults to all.
   */
  mostFor?(run: Run): number;
  /** Milliseconds that a worker has to answer a cancel before it is terminated. Defaults to PATIENCE. */
  patience?: number;
}

export interface Job {
  /** One result per run, in the order of the runs; never rejects: failed and cancelled runs say so in their ending. */
  readonly done: Promise<RunResult[]>;
  /** Settles `done` within 100 ms. Runs that are over keep their results. */
  cancel(): void;
  /** Runs at work wait at their next breath, within about 16 ms, and no further one begins. Resolves when all is still. */
  pause(): Promise<void>;
  /**
   * Go on, each run up to the update that `until` says of a run that has done `step`; defaults to the end. Resolves when
   * each has got there. The runs end with the same bits as if they had never waited.
   */
  resume(until?: (run: number, step: number) => number): Promise<void>;
  /** Resolves when no run works or is about to, because each is over or waits. */
  still(): Promise<void>;
}

export interface Pool {
  start(runs: readonly Run[], options: JobOptions): Job;
  /**
   * Spawn the workers ahead of the first job. `rehearsal`: runs like those that will come, each of which new workers train for a moment, so
   * that their code is loaded and optimized by then. Defaults to none.
   */
  warm(rehearsal?: readonly Run[]): void;
  /** Terminate all workers. Jobs under way end as failed. */
  close(): void;
}

/** Short enough for a reader to have an answer within 100 ms. */
export const PATIENCE = 60;

/** Runs that must be waiting for each worker before one is handed out ahead: at the end of a queue it would wait behind a long one. */
const LONG_QUEUE = 8;

interface Slot {
  port: WorkerPort;
  /** The run that it works on. */
  task: Task | undefined;
  /** The run that it works on after that. */
  next: Task | undefined;
  /** Runs that wait in it. */
  held: Set<Task>;
  /** Whether it has answered, so that it is known to be loaded. */
  works: boolean;
  /** Whether it has had a run that not all workers may take. */
  holdsMuch: boolean;
}

export function createPool({ spawn, size, mostFor = () => Infinity, patience = PATIENCE }: PoolOptions): Pool {
  const slots: Slot[] = [];
  let queue: Task[] = [];
  let ids = 0;

  function assign(): void {
    for (const slot of slots) {
      const waiting = slot.task ? undefined : [...slot.held].find(({ wantsToGo }) => wantsToGo);
      if (!waiting) continue;
      slot.held.delete(waiting);
      slot.task = waiting;
      waiting.isWorking = true;
      slot.port.post({ type: 'proceed', id: waiting.id, until: waiting.until });
    }
    for (;;) {
      const first = firstReady(
        (task) => slots.some((slot) => !slot.task && mayTake(slot, task)) || (slots.length < Math.max(1, size) && mayTake(undefined, task)),
      );
      if (first < 0) break;
      const slot = slots.find((candidate) => !candidate.task && mayTake(candidate, queue[first]!)) ?? addSlot();
      slot.task = send(slot, first);
    }
    for (const slot of slots) {
      if (!slot.task || slot.next || slot.held.size > 0 || !isLong()) continue;
      const next = firstReady((task) => mayTake(slot, task));
      if (next >= 0) slot.next = send(slot, next);
    }
  }

  function firstReady(mayGo: (task: Task) => boolean): number {
    return queue.findIndex((task) => task.wantsToGo && mayGo(task));
  }

  /** Whether this worker, or a new one, may take the run into its memory. */
  function mayTake(slot: Slot | undefined, { most }: Task): boolean {
    return most >= size || slot?.holdsMuch === true || slots.filter(({ holdsMuch }) => holdsMuch).length < most;
  }

  function isLong(): boolean {
    let more = LONG_QUEUE * slots.length;
    return queue.length > more && queue.some(({ wantsToGo }) => wantsToGo && more-- === 0);
  }

  /** Hand out the run at this place of the queue. */
  function send(slot: Slot, place: number): Task {
    const [task] = queue.splice(place, 1) as [Task];
    const { id, run, engine, keepParameters, until, points, readings } = task;
    task.isWorking = true;
    if (task.most < size) slot.holdsMuch = true;
    slot.port.post({ type: 'run', id, run, engine, keepParameters, until, points, readings });
    return task;
  }

  function addSlot(): Slot {
    const slot: Slot = { port: spawn(), task: undefined, next: undefined, held: new Set(), works: false, holdsMuch: false };
    slot.port.onMessage((message) => receive(slot, message));
    slot.port.onError((error) => {
      const failed = drop(slot);
      // Where none could be loaded yet, the next one cannot be either.
      if (!slots.some(({ works }) => works) && error instanceof Fault && error.isOfLoading) failed.push(...queue.splice(0));
      for (const task of failed) task.fail(failureOf(error));
      assign();
    });
    slots.push(slot);
    return slot;
  }

  /** Take a worker out for good; returns the runs that were begun in it. The next one waits for another. */
  function drop(slot: Slot): Task[] {
    const index = slots.indexOf(slot);
    if (index >= 0) slots.splice(index, 1);
    slot.port.terminate();
    const tasks = begun(slot);
    if (slot.next) {
      slot.next.isWorking = false;
      queue.unshift(slot.next);
    }
    slot.task = slot.next = undefined;
    slot.held.clear();
    return tasks;
  }

  function receive(slot: Slot, message: FromWorker): void {
    slot.works = true;
    const task = [slot.task, slot.next, ...slot.held].find((candidate) => candidate?.id === message.id);
    if (!task) return;
    if (message.type === 'points') return task.addPoints(message.points, message.readings ?? []);
    // It has been told something else since, and will answer to that.
    if (message.type === 'held' && message.until !== task.until) return;
    if (slot.next === task) slot.next = undefined;
    else if (slot.task === task) {
      slot.task = slot.next;
      slot.next = undefined;
    }
    slot.held.delete(task);
    if (message.type === 'held') {
      slot.held.add(task);
      task.hold(message.step);
    }
    // Work goes on before anyone is told, so that a slow listener does not idle the worker.
    assign();
    if (message.type === 'held') task.tellHeld(message.step, message.now);
    else if (message.type === 'result') task.finish(message.result);
    else task.fail(message.failure);
  }

  function proceed(tasks: readonly Task[], until: (task: Task) => number): void {
    for (const task of tasks) if (!task.isOver) task.until = until(task);
    for (const { port, task, next } of slots) {
      for (const working of [task, next]) if (working && tasks.includes(working)) port.post({ type: 'proceed', id: working.id, until: working.until });
    }
    assign();
  }

  function cancel(tasks: ReadonlySet<Task>): void {
    const waiting = queue.filter((task) => tasks.has(task));
    queue = queue.filter((task) => !tasks.has(task));
    const concerned = (slot: Slot) => begun(slot).filter((task) => tasks.has(task));
    for (const slot of slots) {
      for (const { id } of concerned(slot)) slot.port.post({ type: 'cancel', id });
      if (!slot.next || !tasks.has(slot.next)) continue;
      slot.port.post({ type: 'cancel', id: slot.next.id });
      waiting.push(slot.next);
      slot.next = undefined;
    }
    for (const task of waiting) task.cancel();
    setTimeout(() => {
      for (const slot of slots.filter((candidate) => concerned(candidate).length > 0)) {
        for (const task of drop(slot)) {
          if (tasks.has(task)) task.cancel();
          else task.fail({ message: 'The worker was stopped because another of its runs did not end.' });
        }
      }
      assign();
    }, patience);
  }

  return {
    start(runs, options) {
      const job = new PoolJob(runs, options, () => ++ids, mostFor);
      queue.push(...job.tasks);
      assign();
      return {
        done: job.done,
        still: () => job.still(),
        cancel: () => cancel(new Set(job.tasks)),
        pause() {
          proceed(job.tasks, () => 0);
          return job.still();
        },
        resume(until = () => Infinity) {
          proceed(job.tasks, ({ index, step }) => until(index, step));
          return job.still();
        },
      };
    },
    warm(runs = []) {
      while (slots.length < Math.max(1, size)) addSlot();
      for (const { port, task } of slots) if (runs.length > 0 && !task) port.post({ type: 'rehearse', runs, engine: 'fused' });
    },
    close() {
      const tasks = [...slots].flatMap(drop);
      tasks.push(...queue.splice(0));
      for (const task of tasks) task.fail({ message: 'The pool was closed.' });
    },
  };
}

/** The runs that a worker has begun. */
function begun({ task, held }: Slot): Task[] {
  return [...(task ? [task] : []), ...held];
}
