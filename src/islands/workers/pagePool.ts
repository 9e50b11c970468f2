/** The one pool of workers of a page, shared by its experiments. */
import { createPool, type Pool } from '../../experiments/pool/pool.ts';
import { spawn } from './spawn.ts';

const MOST_WORKERS = 8;
let pool: Pool | undefined;

export function pagePool(): Pool {
  pool ??= createPool({ spawn, size: poolSize(navigator.hardwareConcurrency) });
  return pool;
}

/** One core is left to the page, as long as there is another. `cores`: as the browser tells, maybe not at all. */
export function poolSize(cores: number | undefined): number {
  return Math.min(MOST_WORKERS, Math.max(1, (cores ?? 2) - 1));
}
