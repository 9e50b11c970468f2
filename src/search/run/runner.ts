/** Where the runs of a search are trained: on a pool of workers, or right here. */
import type { Engine, EngineName } from '../../engines/engine.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import { trainRun } from '../../experiments/train/run.ts';
import { RunSignal } from '../../experiments/train/runSignal.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { unfinishedRun } from '../../experiments/pool/unfinishedRun.ts';
import type { Kernel } from '../../kernel/kernel.ts';

export interface RunningRun {
  /** A run that failed or was cancelled says so in its ending. Rejects only where nothing can be trained. */
  done: Promise<RunResult>;
  cancel(): void;
}

export interface Runner {
  start(run: Run): RunningRun;
  /** Runs to have under way at a time. */
  atOnce: number;
}

/** `size`: workers of the pool. Two runs for each, so that none waits for the next. */
export function poolRunner(pool: Pool, engine: EngineName, size: number): Runner {
  return {
    atOnce: 2 * size,
    start(run) {
      const job = pool.start([run], { engine });
      return { done: job.done.then(([result]) => result!), cancel: () => job.cancel() };
    },
  };
}

/** One run after another, in this thread. */
export function ownRunner(engine: Engine, kernel: Kernel): Runner {
  return {
    atOnce: 1,
    start(run) {
      const signal = new RunSignal();
      const failed = (error: unknown) => unfinishedRun(run, engine.name, { state: 'failed', message: error instanceof Error ? error.message : String(error) });
      return { done: trainRun(run, engine, kernel, { signal }).catch(failed), cancel: () => signal.cancel() };
    },
  };
}
