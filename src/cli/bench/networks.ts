/** Many small networks at a time through the pool, on one worker and on two: all of source A, and a sweep. */
import { createPool } from '../../experiments/pool.ts';
import type { Run } from '../../experiments/types.ts';
import { spawnWorker } from '../spawn.ts';
import { sourceRuns, updatesOfRun } from './sourceA.ts';
import { sweepRuns } from './sweep.ts';

export interface NetworksTiming {
  workers: number;
  /** Seconds from the start of the workers, or of the first run where they are warm, to the last result, evaluations after each epoch included. */
  seconds: number;
  /** Processor time of all threads in that time: says more than `seconds` on a busy machine. */
  processorSeconds: number;
}

export interface NetworksMeasurement {
  name: string;
  networks: number;
  updates: number;
  /** With the most workers last. */
  timings: NetworksTiming[];
  /** The time of one worker over that of the most. */
  scaling: number;
  /** Seconds that the most workers are meant to take at most, on as many quiet cores, where that has been said. */
  target?: number;
}

export interface Networks {
  name: string;
  runs(): Run[];
  target?: number;
  /** Whether the workers have run before the clock starts, as those of a page have. Defaults to false. */
  warm?: boolean;
}

export const manyNetworks: readonly Networks[] = [
  { name: 'source A', runs: sourceRuns, target: 6 },
  { name: 'sweep of 1,000 short runs', runs: sweepRuns, warm: true },
];

/** What two workers are meant to be, in multiples of one. */
export const WANTED_SCALING = 1.8;

export async function measureNetworks({ name, runs: open, target, warm = false }: Networks, workers: readonly number[] = [1, 2]): Promise<NetworksMeasurement> {
  const runs = open();
  const timings: NetworksTiming[] = [];
  for (const count of workers) timings.push({ workers: count, ...(await train(name, runs, count, warm)) });
  return {
    name,
    networks: runs.length,
    updates: runs.reduce((sum, run) => sum + updatesOfRun(run), 0),
    timings,
    scaling: timings[0]!.seconds / timings.at(-1)!.seconds,
    ...(target !== undefined && { target }),
  };
}

async function train(name: string, runs: Run[], workers: number, warm: boolean): Promise<Omit<NetworksTiming, 'workers'>> {
  let start = performance.now();
  let before = process.cpuUsage();
  const pool = createPool({ spawn: () => spawnWorker(), size: workers });
  try {
    if (warm) {
      await pool.start(runs.slice(0, 10 * workers), { engine: 'fused' }).done;
      start = performance.now();
      before = process.cpuUsage();
    }
    const results = await pool.start(runs, { engine: 'fused' }).done;
    const bad = results.find(({ ending }) => ending.state !== 'finished');
    if (bad) throw new Error(`${name}: the network "${bad.arm}" ended as ${bad.ending.state}: its time means nothing.`);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 };
  } finally {
    pool.close();
  }
}
