/** Where the runs of a search are trained: on a pool of workers (poolRunner.ts), or right here (ownRunner.ts). */
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';

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
