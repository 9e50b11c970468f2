/** Id of the search that a hash is about, if it is about one: `#search=<id>&…`. The full reading of a link is shareSearch.ts, which loads later. */
export function searchOf(hash: string): string | undefined {
  return hash.startsWith('#search=') ? (new URLSearchParams(hash.slice(1)).get('search') ?? undefined) : undefined;
}
