/**
 * Lines for a page that holds frames of this site, which give each the height that it tells (tellHeight.ts). They stand at /sharing/.
 * Such a page gets messages from anyone, and may hold frames without an address.
 */
export function heightListener(origin: string): string {
  return `addEventListener('message', ({ origin, data }) => {
  if (origin !== '${origin}' || data?.type !== 'fully-connected:height') return;
  const { page, height } = data;
  if (typeof page !== 'string' || !Number.isFinite(height)) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.src.split(/[?#]/)[0] === origin + page) frame.height = height;
});`;
}
