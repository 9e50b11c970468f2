/** Load the page anew. `hash`: what its address is to say of the reader's settings; defaults to what it says. */
export function reload(hash?: string): void {
  // Not by location.hash, which islands would follow first.
  if (hash !== undefined) history.replaceState(history.state, '', `#${hash.replace(/^#/, '')}`);
  location.reload();
}
