import { mendHash } from '../../site/intent/mendHash.ts';

/** Call `follow` with the page's hash, mended, now and whenever it changes. Returns how to stop. */
export function followHash(follow: (hash: string) => void): () => void {
  const read = () => follow(mendHash(location.hash));
  read();
  window.addEventListener('hashchange', read);
  return () => window.removeEventListener('hashchange', read);
}
