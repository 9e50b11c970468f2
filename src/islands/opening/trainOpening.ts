/** Trains the networks of the front page in the page's workers, with a reading of every decision surface on the way. Loads on intent. */
import { runsOf } from '../../experiments/spec/runsOf.ts';
import { columnOf } from '../../experiments/train/history.ts';
import type { ProbeReading } from '../../experiments/probes/reading.ts';
import type { History } from '../../experiments/train/result.ts';
import type { TileSurface } from '../../figures/surfaceTile.ts';
import { errorOf } from '../workers/errorOf.ts';
import { hasSimd } from '../../kernel/simd.ts';
import { pagePool } from '../workers/pagePool.ts';
import { RESOLUTION, type OpeningData } from './openingData.ts';

/** A network at one moment of its training. */
export interface Moment {
  epoch: number;
  surface: TileSurface;
  /** Training loss. */
  loss: number;
}

export interface OpeningRun {
  /** By arm: its moments, from before training to the end. */
  moments: Map<string, Moment[]>;
  updates: number;
  /** Milliseconds from the start to the last result. */
  time: number;
  /** Of how many runs the recording tells, and how many gave the same bits; 0 of 0 for a seed that was not recorded. */
  compared: number;
  identical: number;
  /** Why a network could not be trained, if one could not. */
  failure: Error | undefined;
}

/** Epochs from reading to reading. */
export const EVERY = 3;

/** Start the workers, before they are needed. */
export function warm(): void {
  pagePool().warm();
}

/** `onMoments` is called with all moments of a network so far, as they come. */
export async function trainOpening(data: OpeningData, seed: number, onMoments: (arm: string, moments: Moment[]) => void): Promise<OpeningRun> {
  // Looking at a network changes no bit of it: more readings, the same digest.
  const { arms, history } = data.experiment;
  const runs = runsOf(arms, [seed], { ...(history && { every: history.every }), probes: [{ name: 'surface', every: EVERY, resolution: RESOLUTION }] });
  const moments = new Map<string, Moment[]>();
  const add = (arm: string, own: Moment[]) => {
    if (own.length === 0) return;
    moments.set(arm, own);
    onMoments(arm, own);
  };
  const courses = runs.map(() => new MomentsOfRun());
  const start = performance.now();
  const results = await pagePool().start(runs, {
    engine: hasSimd() ? 'fused' : 'tfjs-cpu',
    readings: true,
    onPoints: (run, points, readings) => add(runs[run]!.arm.label, courses[run]!.add(points, readings)),
    onResult: (_, { arm, history: points, probes = [] }) => add(arm, new MomentsOfRun().add(points, probes)),
  }).done;
  const known = seed === 1 ? results.filter(({ arm }) => data.digests[arm] !== undefined) : [];
  const failed = results.map(({ ending }) => ending).find((ending) => ending.state === 'failed');
  return {
    moments,
    updates: results.reduce((sum, { history }) => sum + (history.step.at(-1) ?? 0), 0),
    time: performance.now() - start,
    compared: known.length,
    identical: known.filter(({ arm, digest }) => data.digests[arm] === digest).length,
    failure: failed && errorOf(failed),
  };
}

/** The moments of one run, which come piece by piece: a reading with the point at which it was taken, or after it. */
class MomentsOfRun {
  readonly #losses = new Map<number, number>();
  readonly #moments: Moment[] = [];

  /** All moments so far. */
  add(points: History, readings: readonly ProbeReading[]): Moment[] {
    const losses = columnOf(points, 'train', 'loss');
    points.step.forEach((step, index) => this.#losses.set(step, losses?.[index] ?? NaN));
    for (const { step, epoch, outputs, threshold } of readings.filter(isSurface)) {
      this.#moments.push({ epoch, surface: { outputs, threshold }, loss: this.#losses.get(step) ?? NaN });
    }
    return [...this.#moments];
  }
}

function isSurface(reading: ProbeReading): reading is Extract<ProbeReading, { probe: 'surface' }> {
  return reading.probe === 'surface';
}
