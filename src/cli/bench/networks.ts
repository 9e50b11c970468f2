/** Many small networks at a time through the pool, on one worker and on two: all of source A, and a sweep. */
import { createPool, type Pool } from '../../experiments/pool/pool.ts';
import type { Run } from '../../experiments/train/observation.ts';
import { spawnWorker } from '../training/spawn.ts';
import { extent, median } from 'simple-statistics';
import { sourceRuns, updatesOfRun } from './sourceA.ts';
import { sweepRuns } from './sweep.ts';

export interface NetworksTiming {
  workers: number;
  /** Median over repetitions, seconds from the first run to the last result, evaluations after each epoch included. */
  seconds: number;
  /** The same of the processor time of all threads: says more than `seconds` on a busy machine. */
  processorSeconds: number;
}

export interface NetworksMeasurement {
  name: string;
  networks: number;
  updates: number;
  repetitions: number;
  /** With the most workers last. */
  timings: NetworksTiming[];
  /** The time of one worker over that of the most: median over repetitions, the smallest and the largest. */
  scaling: number;
  scalingRange: [number, number];
  /** Seconds that the most workers are meant to take at most, on as many quiet cores, where that has been said. */
  target?: number;
}

export interface Networks {
  name: string;
  runs(): Run[];
  target?: number;
}

export const manyNetworks: readonly Networks[] = [
  { name: 'source A', runs: sourceRuns, target: 6 },
  { name: 'sweep of 1,000 short runs', runs: sweepRuns },
];

/** What two workers are meant to be, in multiples of one. */
export const WANTED_SCALING = 1.8;

/** The workers are warm, as those of a page are after its first run. `repetitions` of one worker and of many take turns. */
export async function measureNetworks(
  { name, runs: open, target }: Networks,
  repetitions = 5,
  workers: readonly number[] = [1, 2],
): Promise<NetworksMeasurement> {
  const runs = open();
  const lanes = workers.map((count) => ({ count, pool: createPool({ spawn: () => spawnWorker(), size: count }), times: [] as Taken[] }));
  try {
    for (const { pool } of lanes) await train(name, runs.slice(0, WARM_UP), pool);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const { pool, times } of lanes) times.push(await train(name, runs, pool));
    }
  } finally {
    for (const { pool } of lanes) pool.close();
  }
  const scalings = lanes[0]!.times.map(({ seconds }, repetition) => seconds / lanes.at(-1)!.times[repetition]!.seconds);
  return {
    ...{ name, networks: runs.length, repetitions },
    updates: runs.reduce((sum, run) => sum + updatesOfRun(run), 0),
    timings: lanes.map(({ count, times }) => ({
      workers: count,
      seconds: median(times.map(({ seconds }) => seconds)),
      processorSeconds: median(times.map(({ processorSeconds }) => processorSeconds)),
    })),
    scaling: median(scalings),
    scalingRange: extent(scalings),
    ...(target !== undefined && { target }),
  };
}

type Taken = Omit<NetworksTiming, 'workers'>;

/** Networks that workers are warmed up with. */
const WARM_UP = 40;

async function train(name: string, runs: Run[], pool: Pool): Promise<Taken> {
  const start = performance.now();
  const before = process.cpuUsage();
  const results = await pool.start(runs, { engine: 'fused' }).done;
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const bad = results.find(({ ending }) => ending.state !== 'finished');
  if (bad) throw new Error(`${name}: the network "${bad.arm}" ended as ${bad.ending.state}: its time means nothing.`);
  return { seconds, processorSeconds: (user + system) / 1e6 };
}
