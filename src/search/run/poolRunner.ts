import type { EngineName } from '../../engines/engine.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import type { Runner } from './runner.ts';

/** `size`: workers of the pool. Two runs for each, so that none waits for the next. */
export function poolRunner(pool: Pool, engine: EngineName, size: number): Runner {
  return {
    atOnce: 2 * size,
    start(run) {
      const job = pool.start([run], { engine });
      return { done: job.done.then(([result]) => result!), cancel: () => job.cancel() };
    },
  };
}
