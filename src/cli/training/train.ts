/** Train runs of an experiment on a pool, and show how far they are. */
import { availableParallelism } from 'node:os';
import type { EngineName } from '../../engines/engine.ts';
import { expand, seedsUpTo } from '../../experiments/spec/expand.ts';
import { createPool, type Pool } from '../../experiments/pool/pool.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { startProgress } from '../output/progress.ts';
import { spawnWorker } from './spawn.ts';

/** One worker for each core that this process may use. */
export function openPool(size = availableParallelism()): Pool {
  return createPool({ spawn: () => spawnWorker(), size });
}

export interface TrainOptions {
  pool: Pool;
  engine: EngineName;
  /** Seeds 1 … seeds. */
  seeds: number;
  keepParameters?: boolean;
}

export async function trainAll(experiment: Experiment, { pool, engine, seeds, keepParameters = false }: TrainOptions): Promise<RunResult[]> {
  return trainRuns(experiment.id, expand(experiment, seedsUpTo(seeds)), { pool, engine, keepParameters });
}

/** `title` stands before the progress. */
export function trainRuns(title: string, runs: readonly Run[], { pool, engine, keepParameters = false }: Omit<TrainOptions, 'seeds'>): Promise<RunResult[]> {
  const progress = startProgress(title);
  return pool.start(runs, { engine, keepParameters, onProgress: (done, total) => progress.report(done, total) }).done;
}
