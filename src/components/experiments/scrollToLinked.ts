/** A link to a changed experiment (`#experiment=<id>&…`) scrolls there, and its island, which waits until it is seen, does the rest. */
export function scrollToLinked(): void {
  const id = new URLSearchParams(location.hash.slice(1)).get('experiment');
  if (id === null) return;
  const islands = Array.from(document.querySelectorAll<HTMLElement>('[data-experiment-id]'));
  // About an experiment that is not here, the first one speaks up (islands/linkTarget.ts).
  (islands.find((island) => island.dataset['experimentId'] === id) ?? islands[0])?.scrollIntoView();
}
