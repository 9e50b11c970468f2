/**
 * A link to a changed experiment (`#experiment=<id>&…`) scrolls to its island, which is below its figures and wakes when it is near;
 * the island then does the rest, and scrolls to the top of the experiment.
 */
export function scrollToLinked(): void {
  const id = new URLSearchParams(location.hash.slice(1)).get('experiment');
  if (id === null) return;
  const islands = Array.from(document.querySelectorAll<HTMLElement>('[data-experiment-id]'));
  // About an experiment that is not here, the first one speaks up (islands/linkTarget.ts).
  const linked = islands.find((island) => island.dataset['experimentId'] === id) ?? islands[0];
  linked?.querySelector('.experiment-live')?.scrollIntoView();
}
