/** The kernel in a browser: fetched once, from the site itself. */
import { instantiate, type Kernel } from './kernel.ts';
import url from './build/kernel.wasm?url';

let bytes: Promise<ArrayBuffer> | undefined;

export async function loadKernel(): Promise<Kernel> {
  return instantiate(await fetchBytes());
}

function fetchBytes(): Promise<ArrayBuffer> {
  bytes ??= fetch(url).then((response) => {
    if (!response.ok) throw new Error(`The training kernel could not be fetched (${response.status} ${response.statusText}).`);
    return response.arrayBuffer();
  });
  return bytes;
}
