/** A pool that keeps each finished run on disk until all are recorded, so that an interruption costs only the runs that were under way. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { EngineName } from '../../engines/engine.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import { jsonDigest } from '../../experiments/train/digest.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { writeWhole } from '../library/writeWhole.ts';

export interface KeptRuns {
  read(run: Run, engine: EngineName): RunResult | undefined;
  write(run: Run, engine: EngineName, result: RunResult): void;
  /** How many were read. */
  readonly found: number;
  /** When they are recorded. */
  remove(): void;
}

/** `folder`: of one experiment or search. `program`: names kernel and code; runs of another one are not found. */
export function keepRuns(folder: string, program: string): KeptRuns {
  const fileOf = (run: Run, engine: EngineName) => join(folder, `${jsonDigest({ run, engine, program })}.run`);
  let found = 0;
  return {
    get found() {
      return found;
    },
    read(run, engine) {
      const file = fileOf(run, engine);
      if (!existsSync(file)) return undefined;
      try {
        const result = deserialize(readFileSync(file)) as RunResult;
        found++;
        return result;
      } catch {
        // What cannot be read is trained again.
        return undefined;
      }
    },
    write: (run, engine, result) => writeWhole(fileOf(run, engine), serialize(result)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Goes after “10 runs recorded”. */
export function keptText({ found }: KeptRuns): string {
  return found > 0 ? `, ${found} of them kept from a recording that was interrupted` : '';
}

/** As `pool`, but trains only what is not kept, and keeps it. For jobs that run to their end without being held or watched on the way. */
export function resumingPool(pool: Pool, kept: KeptRuns): Pool {
  return {
    ...pool,
    start(runs, options) {
      const { engine, onProgress, onResult, keep } = options;
      const results = runs.map((run) => kept.read(run, engine));
      const missing = runs.flatMap((_, index) => (results[index] ? [] : [index]));
      const there = runs.length - missing.length;
      results.forEach((result, index) => {
        if (!result) return;
        results[index] = keep?.(index, result) ?? result;
        onResult?.(index, result);
      });
      const job = pool.start(
        missing.map((index) => runs[index]!),
        {
          ...options,
          ...(keep && { keep: (place, result) => keep(missing[place]!, result) }),
          onResult(place, result) {
            const { state } = result.ending;
            if (state === 'finished' || state === 'diverged') kept.write(runs[missing[place]!]!, engine, result);
            onResult?.(missing[place]!, result);
          },
          onProgress: (done) => onProgress?.(there + done, runs.length),
        },
      );
      const done = job.done.then((trained) => {
        trained.forEach((result, place) => (results[missing[place]!] = result));
        return results as RunResult[];
      });
      return { ...job, done };
    },
  };
}
