/** The kernel in a browser: fetched and compiled once for a page, from the site itself. */
import { Fault } from '../faults/fault.ts';
import { readFrom } from '../faults/askFor.ts';
import { instantiate, type Kernel } from './kernel.ts';
import { hasSimd } from './simd.ts';
import whole from './build/kernel.wasm?url';

let compiled: Promise<WebAssembly.Module> | undefined;

/** An instance of its own for each call. Rejects with a Fault. */
export async function loadKernel(): Promise<Kernel> {
  return instantiate(await loadModule());
}

/**
 * To be instantiated here, or sent to a worker, which then need not fetch it. A load that failed is tried again by the next call. Without SIMD it
 * is the part that draws random numbers, which other engines need.
 */
export function loadModule(): Promise<WebAssembly.Module> {
  if (!compiled) {
    compiled = compile();
    compiled.catch(() => (compiled = undefined));
  }
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new Fault('simd');
  const url = hasSimd() ? whole : (await import('./plainKernel.ts')).default;
  return readFrom(url, async (response) => WebAssembly.compile(await response.arrayBuffer()));
}
