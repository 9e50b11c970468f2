/** The kernel in Node: read from the build folder. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { instantiate, type Kernel } from './kernel.ts';

const bytes = readFileSync(new URL('./build/kernel.wasm', import.meta.url));

export function loadKernel(): Promise<Kernel> {
  return instantiate(bytes);
}

/** First 16 hex digits of the SHA-256 of the kernel's bytes. */
export function kernelHash(): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
