/** The kernel in Node: read from the build folder. */
import { readFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.ts';
import { instantiate, type Kernel } from './kernel.ts';

const bytes = readFileSync(new URL('./build/kernel.wasm', import.meta.url));

export function loadKernel(): Promise<Kernel> {
  return instantiate(bytes);
}

/** By which a recording names its kernel. */
export function kernelHash(): string {
  return fingerprint(bytes);
}
