import type { Engine } from '../../engines/engine.ts';
import { trainRun } from '../../experiments/train/run.ts';
import { RunSignal } from '../../experiments/train/runSignal.ts';
import { unfinishedRun } from '../../experiments/pool/unfinishedRun.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Runner } from './runner.ts';

/** One run after another, in this thread. */
export function ownRunner(engine: Engine, kernel: Kernel): Runner {
  return {
    atOnce: 1,
    start(run) {
      const signal = new RunSignal();
      const failed = (error: unknown) => unfinishedRun(run, engine.name, { state: 'failed', message: error instanceof Error ? error.message : String(error) });
      return { done: trainRun(run, engine, kernel, { signal }).catch(failed), cancel: () => signal.cancel() };
    },
  };
}
