/** Many small networks at a time: all of source A through the pool, on one worker and on two. */
import { createPool } from '../../experiments/pool.ts';
import type { Run } from '../../experiments/types.ts';
import { spawnWorker } from '../spawn.ts';
import { sourceRuns, updatesOfRun } from './sourceA.ts';

export interface NetworksTiming {
  workers: number;
  /** Seconds from the start of the workers to the last result, evaluations after each epoch included. */
  seconds: number;
  /** Processor time of all threads in that time: says more than `seconds` on a busy machine. */
  processorSeconds: number;
}

export interface NetworksMeasurement {
  networks: number;
  updates: number;
  /** With the most workers last. */
  timings: NetworksTiming[];
  /** The time of one worker over that of the most. */
  scaling: number;
  /** Seconds that the most workers are meant to take at most, on as many quiet cores. */
  target: number;
}

export const NETWORKS_NAME = 'source A';
const TARGET_SECONDS = 6;

export async function measureNetworks(workers: readonly number[] = [1, 2]): Promise<NetworksMeasurement> {
  const runs = sourceRuns();
  const timings: NetworksTiming[] = [];
  for (const count of workers) timings.push({ workers: count, ...(await train(runs, count)) });
  return {
    networks: runs.length,
    updates: runs.reduce((sum, run) => sum + updatesOfRun(run), 0),
    timings,
    scaling: timings[0]!.seconds / timings.at(-1)!.seconds,
    target: TARGET_SECONDS,
  };
}

async function train(runs: Run[], workers: number): Promise<Omit<NetworksTiming, 'workers'>> {
  const start = performance.now();
  const before = process.cpuUsage();
  const pool = createPool({ spawn: () => spawnWorker(), size: workers });
  try {
    const results = await pool.start(runs, { engine: 'fused' }).done;
    const bad = results.find(({ ending }) => ending.state !== 'finished');
    if (bad) throw new Error(`${NETWORKS_NAME}: the network "${bad.arm}" ended as ${bad.ending.state}: its time means nothing.`);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 };
  } finally {
    pool.close();
  }
}
