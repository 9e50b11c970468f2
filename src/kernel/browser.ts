/** The kernel in a browser: fetched and compiled once for a page, from the site itself. */
import { instantiate, type Kernel } from './kernel.ts';
import url from './build/kernel.wasm?url';

let compiled: Promise<WebAssembly.Module> | undefined;

/** An instance of its own for each call. */
export async function loadKernel(): Promise<Kernel> {
  return instantiate(await loadModule());
}

/** To be instantiated here, or sent to a worker, which then need not fetch it. A load that failed is tried again by the next call. */
export function loadModule(): Promise<WebAssembly.Module> {
  if (!compiled) {
    compiled = compile();
    compiled.catch(() => (compiled = undefined));
  }
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The training kernel could not be fetched (${response.status} ${response.statusText}).`);
  return WebAssembly.compile(await response.arrayBuffer());
}
