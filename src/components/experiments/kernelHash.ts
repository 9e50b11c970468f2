/** The hash by which a recording names the kernel: first 16 hex digits of SHA-256 of the bytes that the site ships. */
const kernels = import.meta.glob<string>('/src/kernel/build/kernel.wasm', { query: '?inline', import: 'default' });

export async function kernelHash(): Promise<string> {
  const load = kernels['/src/kernel/build/kernel.wasm'];
  if (!load) throw new Error('The kernel has not been built. Run: npm run build:kernel');
  const url = await load();
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
