/** Train all runs of an experiment on a pool, with a progress line on a terminal. */
import { availableParallelism } from 'node:os';
import type { EngineName } from '../engines/engine.ts';
import { expand, seedsUpTo } from '../experiments/expand.ts';
import { createPool, type Pool } from '../experiments/pool.ts';
import type { Experiment, RunResult } from '../experiments/types.ts';
import { spawnWorker } from './spawn.ts';

export function openPool(): Pool {
  return createPool({ spawn: () => spawnWorker(), size: availableParallelism() });
}

export interface TrainOptions {
  pool: Pool;
  engine: EngineName;
  /** Seeds 1 … seeds. */
  seeds: number;
  keepParameters?: boolean;
}

export async function trainAll(experiment: Experiment, { pool, engine, seeds, keepParameters = false }: TrainOptions): Promise<RunResult[]> {
  const runs = expand(experiment, seedsUpTo(seeds));
  const start = performance.now();
  const job = pool.start(runs, {
    engine,
    keepParameters,
    onProgress(done, total) {
      if (!process.stderr.isTTY) return;
      const seconds = (performance.now() - start) / 1000;
      const left = (seconds / done) * (total - done);
      process.stderr.write(`\r\x1b[K${experiment.id}: ${done} of ${total} runs, ${done < total ? `${left.toFixed(0)} s left` : `${seconds.toFixed(1)} s\n`}`);
    },
  });
  return job.done;
}
