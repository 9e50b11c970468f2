/** Whether the page is in a frame whose sandbox takes away its origin, and with it workers, storage and what the site serves to itself. */
export function isFramed(): boolean {
  return globalThis.origin === 'null';
}
