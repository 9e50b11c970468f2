/**
 * Workers that train runs in parallel.
 *
 *   queue ──▶ idle worker (spawned when first needed, up to `size`) ──points, result──▶ job
 *                 │ dies: its run is reported failed, the slot spawns anew
 *                 └ cancelled, and no answer in time: terminated, the slot spawns anew
 */
import type { EngineName } from '../engines/engine.ts';
import type { FromWorker, WorkerPort } from './protocol.ts';
import type { History, Run, RunResult } from './types.ts';
import { unfinishedRun } from './unfinishedRun.ts';

export interface PoolOptions {
  spawn(): WorkerPort;
  /** Most workers at a time, at least 1. */
  size: number;
}

export interface JobOptions {
  engine: EngineName;
  /** Defaults to false. */
  keepParameters?: boolean;
  onPoints?(run: number, points: History): void;
  onResult?(run: number, result: RunResult): void;
  onProgress?(done: number, total: number): void;
}

export interface Job {
  /** One result per run, in the order of the runs; never rejects: failed and cancelled runs say so in their ending. */
  readonly done: Promise<RunResult[]>;
  /** Settles `done` within 100 ms. Runs that are over keep their results. */
  cancel(): void;
}

export interface Pool {
  start(runs: readonly Run[], options: JobOptions): Job;
  /** Spawn the workers ahead of the first job. */
  warm(): void;
  /** Terminate all workers. Jobs under way end as failed. */
  close(): void;
}

/** Milliseconds that a worker has to answer a cancel before it is terminated. */
export const PATIENCE = 60;

interface Task {
  id: number;
  run: Run;
  engine: EngineName;
  keepParameters: boolean;
  onPoints(points: History): void;
  finish(result: RunResult): void;
}

interface Slot {
  port: WorkerPort;
  task: Task | undefined;
}

export function createPool({ spawn, size }: PoolOptions): Pool {
  const slots: Slot[] = [];
  let queue: Task[] = [];
  let nextId = 1;

  function assign(): void {
    while (queue.length > 0) {
      const slot = slots.find(({ task }) => task === undefined) ?? (slots.length < Math.max(1, size) ? addSlot() : undefined);
      if (!slot) return;
      const task = queue.shift()!;
      slot.task = task;
      slot.port.post({ type: 'run', id: task.id, run: task.run, engine: task.engine, keepParameters: task.keepParameters });
    }
  }

  function addSlot(): Slot {
    const slot: Slot = { port: spawn(), task: undefined };
    slot.port.onMessage((message) => receive(slot, message));
    slot.port.onError((message) => {
      const task = drop(slot);
      task?.finish(unfinishedRun(task.run, task.engine, { state: 'failed', message: `The worker stopped: ${message}` }));
      assign();
    });
    slots.push(slot);
    return slot;
  }

  /** Take a worker out for good; returns the task that it had. */
  function drop(slot: Slot): Task | undefined {
    const index = slots.indexOf(slot);
    if (index >= 0) slots.splice(index, 1);
    slot.port.terminate();
    const { task } = slot;
    slot.task = undefined;
    return task;
  }

  function receive(slot: Slot, message: FromWorker): void {
    const { task } = slot;
    if (task?.id !== message.id) return;
    if (message.type === 'points') return task.onPoints(message.points);
    slot.task = undefined;
    // Work goes on before anyone is told, so that a slow listener does not idle the worker.
    assign();
    if (message.type === 'result') return task.finish(message.result);
    const { message: reason, missing } = message;
    task.finish(unfinishedRun(task.run, task.engine, { state: 'failed', message: reason, ...(missing && { missing }) }));
  }

  function cancel(tasks: ReadonlySet<Task>): void {
    const waiting = queue.filter((task) => tasks.has(task));
    queue = queue.filter((task) => !tasks.has(task));
    const busy = slots.filter(({ task }) => task && tasks.has(task));
    for (const { port, task } of busy) port.post({ type: 'cancel', id: task!.id });
    for (const task of waiting) task.finish(unfinishedRun(task.run, task.engine, { state: 'cancelled' }));
    setTimeout(() => {
      for (const slot of busy) {
        if (!slot.task || !tasks.has(slot.task)) continue;
        const task = drop(slot)!;
        task.finish(unfinishedRun(task.run, task.engine, { state: 'cancelled' }));
      }
      assign();
    }, PATIENCE);
  }

  return {
    start(runs, { engine, keepParameters = false, onPoints, onResult, onProgress }) {
      const results: RunResult[] = [];
      let count = 0;
      let settle: (results: RunResult[]) => void;
      const done = new Promise<RunResult[]>((resolve) => (settle = resolve));
      const tasks = new Set<Task>();
      runs.forEach((run, index) => {
        const task: Task = {
          id: nextId++,
          run,
          engine,
          keepParameters,
          onPoints: (points) => onPoints?.(index, points),
          finish(result) {
            tasks.delete(task);
            results[index] = result;
            count++;
            onResult?.(index, result);
            onProgress?.(count, runs.length);
            if (count === runs.length) settle(results);
          },
        };
        tasks.add(task);
        queue.push(task);
      });
      if (runs.length === 0) settle!(results);
      assign();
      return { done, cancel: () => cancel(tasks) };
    },
    warm() {
      while (slots.length < Math.max(1, size)) addSlot();
    },
    close() {
      const tasks = [...queue, ...[...slots].map(drop)].filter((task) => task !== undefined);
      queue = [];
      for (const task of tasks) task.finish(unfinishedRun(task.run, task.engine, { state: 'failed', message: 'The pool was closed.' }));
    },
  };
}
