/** Call `follow` with the page's hash now, and whenever it changes. Returns how to stop. */
export function followHash(follow: (hash: string) => void): () => void {
  const read = () => follow(location.hash);
  read();
  window.addEventListener('hashchange', read);
  return () => window.removeEventListener('hashchange', read);
}
