/** The kernel that the site ships, at build time. Inlined by Vite, because after bundling its own path is of no use. */
import { instantiate, type Kernel } from '../../kernel/kernel.ts';

const files = import.meta.glob<string>('/src/kernel/build/kernel.wasm', { query: '?url&inline', import: 'default' });

export async function kernel(): Promise<Kernel> {
  return instantiate(await readKernel());
}

/** The hash by which a recording names its kernel: first 16 hex digits of the SHA-256 of the bytes. */
export async function kernelHash(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await readKernel()));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const load = files['/src/kernel/build/kernel.wasm'];
  if (!load) throw new Error('The kernel has not been built. Run: npm run build:kernel');
  const url = await load();
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
