/** The kernel in a browser: fetched once, from the site itself. */
import { instantiate, type Kernel } from './kernel.ts';
import url from './build/kernel.wasm?url';

let bytes: Promise<ArrayBuffer> | undefined;

export async function loadKernel(): Promise<Kernel> {
  return instantiate(await fetchBytes());
}

/** First 16 hex digits of the SHA-256 of the kernel's bytes. */
export async function kernelHash(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await fetchBytes()));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fetchBytes(): Promise<ArrayBuffer> {
  bytes ??= fetch(url).then((response) => {
    if (!response.ok) throw new Error(`The training kernel could not be fetched (${response.status} ${response.statusText}).`);
    return response.arrayBuffer();
  });
  return bytes;
}
