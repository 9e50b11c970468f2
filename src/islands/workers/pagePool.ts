/** The one pool of workers of a page, shared by its experiments. */
import { createPool, type Pool } from '../../experiments/pool/pool.ts';
import { spawn } from './spawn.ts';

const MOST_WORKERS = 8;
/** With more cores than this, one is left to the page. */
const FEW_CORES = 4;
let pool: Pool | undefined;

export function pagePool(): Pool {
  pool ??= createPool({ spawn, size: poolSize(navigator.hardwareConcurrency) });
  return pool;
}

/**
 * A worker for each core where there are few: workers pause so often, and the page does so little, that it answers all the
 * same. `cores`: as the browser tells, maybe not at all.
 */
export function poolSize(cores = 2): number {
  return Math.min(MOST_WORKERS, cores > FEW_CORES ? cores - 1 : Math.max(1, cores));
}
