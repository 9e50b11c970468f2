/** The kernel that the site ships, at build time. Inlined by Vite, because after bundling its own path is of no use. */
import { fingerprint } from '../kernel/fingerprint.ts';
import { instantiate, type Kernel } from '../kernel/kernel.ts';

const files = import.meta.glob<string>('/src/kernel/build/kernel.wasm', { query: '?url&inline', import: 'default' });

export async function kernel(): Promise<Kernel> {
  return instantiate(await readKernel());
}

/** By which a recording names its kernel. */
export async function kernelHash(): Promise<string> {
  return fingerprint(await readKernel());
}

async function readKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const load = files['/src/kernel/build/kernel.wasm'];
  if (!load) throw new Error('The kernel has not been built. Run: npm run build:kernel');
  const url = await load();
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
