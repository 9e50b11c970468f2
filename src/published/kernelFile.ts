/** The kernel that the site ships, at build time. Inlined by Vite, because after bundling its own path is of no use. */
import { kernelName, parseKernelStamp } from '../experiments/record/kernelStamp.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { instantiate, type Kernel } from '../kernel/kernel.ts';

const files = import.meta.glob<string>('/src/kernel/build/kernel.wasm', { query: '?url&inline', import: 'default' });
const stamps = import.meta.glob<string>('/content/kernel.json', { query: '?raw', import: 'default', eager: true });

export async function kernel(): Promise<Kernel> {
  return instantiate(await readKernel());
}

/** By which a recording names this kernel. */
export async function recordedKernel(): Promise<string> {
  return kernelName(fingerprint(await readKernel()), parseKernelStamp(stamps['/content/kernel.json']));
}

/** Decoded once; each kernel that is made of it has memory of its own. */
let bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;

function readKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return (bytes ??= decodeKernel());
}

async function decodeKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const load = files['/src/kernel/build/kernel.wasm'];
  if (!load) throw new Error('The kernel has not been built. Run: npm run build:kernel');
  const url = await load();
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
