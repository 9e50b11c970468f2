/** Timing contenders against each other, and against the machine, on one workload. */
import type { Contender, Prepared } from './contenders.ts';
import type { Limit } from './limit.ts';
import { extent, median } from 'simple-statistics';
import { flopsPerUpdate, workloadName, type Workload } from './workloads.ts';

export interface Timing {
  contender: string;
  /** Median over repetitions, microseconds per update. */
  microseconds: number;
  /** Smallest and largest repetition, microseconds per update. */
  range: [number, number];
  /** Billions of floating-point operations per second at the median, every weight counted, whether multiplied or not. */
  gflops: number;
  /** The same as a share of the machine's limit, where that was measured. */
  limitShare?: number;
  /** Updates in one repetition. */
  updates: number;
  /** This contender's median over that of the first: how many times faster the first is. */
  ratio: number;
  /** What `ratio` is meant to be at least, if anything is said and `fused` is the first. */
  target?: number;
}

export interface Measurement {
  workload: string;
  repetitions: number;
  timings: Timing[];
  /** The machine's limit: median over repetitions, and the smallest and largest. */
  limit?: { gflops: number; range: [number, number] };
}

export interface MeasureOptions {
  /** Odd, so that the median is one of them. Defaults to 7. */
  repetitions?: number;
  /** Length of one repetition, in milliseconds; at least one update is done. Defaults to 200. */
  duration?: number;
  /** Measured in turn with the contenders. */
  limit?: Limit;
}

/** Of a repetition, for the limit: it has no more to show in a longer time. */
const LIMIT_SHARE = 0.25;

/**
 * Warm each contender up, then let them take turns, so that a change in the machine's pace meets all of
 * them alike. The first contender is the one that ratios refer to.
 */
export async function measure(
  workload: Workload,
  contenders: Contender[],
  { repetitions = 7, duration = 200, limit }: MeasureOptions = {},
): Promise<Measurement> {
  const lanes: { contender: Contender; prepared: Prepared; updates: number; times: number[] }[] = [];
  const limits: number[] = [];
  try {
    for (const contender of contenders) {
      const prepared = await contender.prepare(workload);
      const lane = { contender, prepared, updates: 1, times: [] };
      lanes.push(lane);
      lane.updates = await warmUp(prepared, duration);
    }
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const { prepared, updates, times } of lanes) {
        times.push(((await prepared.run(updates)) * 1000) / updates);
        // After every contender, so that the limit meets the same disturbances as they do.
        if (limit) limits.push(limit(duration * LIMIT_SHARE));
      }
    }
  } finally {
    for (const { prepared } of lanes) await prepared.dispose();
  }
  const reference = median(lanes[0]!.times);
  const flops = flopsPerUpdate(workload);
  const machine = limits.length > 0 ? { gflops: median(limits), range: extent(limits) } : undefined;
  return {
    workload: workloadName(workload),
    repetitions,
    timings: lanes.map(({ contender, updates, times }) => {
      const gflops = flops / median(times) / 1000;
      return {
        contender: contender.name,
        microseconds: median(times),
        range: extent(times),
        gflops,
        ...(machine && { limitShare: gflops / machine.gflops }),
        updates,
        ratio: median(times) / reference,
        target: contenders[0]!.name === 'fused' ? workload.targets[contender.name] : undefined,
      };
    }),
    ...(machine && { limit: machine }),
  };
}

/** Double the number of updates until they take `duration`, which also warms up; returns how many fill it. */
async function warmUp(prepared: Prepared, duration: number): Promise<number> {
  for (let updates = 1; ; updates *= 2) {
    const time = await prepared.run(updates);
    if (time >= duration) return Math.max(1, Math.round((updates * duration) / time));
  }
}
