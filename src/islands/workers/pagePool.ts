/** The one pool of workers of a page, shared by its experiments. */
import { dataBytes } from '../../experiments/plan/dataBytes.ts';
import { createPool, type Pool } from '../../experiments/pool/pool.ts';
import { spawn } from './spawn.ts';

const MOST_WORKERS = 8;
/** With more cores than this, one is left to the page. */
const FEW_CORES = 4;
/**
 * Bytes of data that all workers may hold, on a phone or a tablet, and where there is more memory. With all of MNIST, Chromium's
 * renderer was measured to grow by twice the bytes of its data and more.
 */
const SMALL_MEMORY = 125e6;
const LARGE_MEMORY = 750e6;
/** Gigabytes, as browsers tell them, from which on memory is large. */
const LARGE = 8;
let pool: Pool | undefined;

export function pagePool(): Pool {
  pool ??= createPool({ spawn, size: poolSize(navigator.hardwareConcurrency), mostFor: ({ arm }) => workersFor(dataBytes(arm.configuration)) });
  return pool;
}

/**
 * A worker for each core where there are few: workers pause so often, and the page does so little, that it answers all the
 * same. `cores`: as the browser tells, maybe not at all.
 */
export function poolSize(cores = 2): number {
  return Math.min(MOST_WORKERS, cores > FEW_CORES ? cores - 1 : Math.max(1, cores));
}

/** How many workers may each hold so many bytes of data. `memory`: what all may hold; defaults to what suits this device. */
export function workersFor(bytes: number, memory = hasLargeMemory() ? LARGE_MEMORY : SMALL_MEMORY): number {
  return Math.max(1, Math.floor(memory / bytes));
}

/** Not all browsers say how much there is; what is operated by finger mostly has little. */
function hasLargeMemory(): boolean {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return deviceMemory === undefined ? !matchMedia('(pointer: coarse)').matches : deviceMemory >= LARGE;
}
