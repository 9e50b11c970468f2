/**
 * What a worker does while the reader is on the way to Run: it trains runs like those that will come, each for a moment, and forgets
 * them. Their code is then loaded, and optimized by the machine, and their data are drawn.
 */
import { liesInFiles } from '../../datasets/index.ts';
import type { Engine, EngineName } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { trainRun, type RunOptions } from '../train/run.ts';
import { RunSignal } from '../train/runSignal.ts';
import type { Run } from '../train/observation.ts';

export interface Rehearsal {
  /**
   * Resolves when it is over; never rejects: what goes wrong is told when it matters. Runs whose data lie in files are left out:
   * these may be many megabytes, which are fetched when the reader asks for the run.
   */
  start(runs: readonly Run[], engine: EngineName): Promise<void>;
  end(): void;
}

/** Milliseconds for all runs together. */
const WHOLE = 120;

export function createRehearsal(load: (engine: EngineName) => Promise<[Engine, Kernel]>, options: Pick<RunOptions, 'breathe' | 'source'>): Rehearsal {
  let signal: RunSignal | undefined;

  async function rehearse(run: Run, engine: EngineName, time: number): Promise<void> {
    const own = (signal = new RunSignal());
    const [loaded, kernel] = await load(engine);
    const timer = setTimeout(() => own.cancel(), time);
    try {
      await trainRun(run, loaded, kernel, { ...options, signal: own });
    } finally {
      clearTimeout(timer);
    }
  }
  /** Rehearsals that have been asked for or ended: the one that goes on is the last. */
  let latest = 0;
  return {
    async start(runs, engine) {
      const own = ++latest;
      try {
        const short = runs.filter(({ arm }) => !liesInFiles(arm.configuration.dataset));
        for (const run of short) if (own === latest) await rehearse(run, engine, WHOLE / short.length);
      } catch {
        // The run itself will say so.
      }
    },
    end() {
      latest++;
      signal?.cancel();
    },
  };
}
