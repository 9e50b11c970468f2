/**
 * A link to a changed experiment (`#experiment=<id>&…`) scrolls to its controls: its island wakes when it comes near, follows the link,
 * and shows the experiment from its top. Figures may be taller than the screen, so the top alone would not wake it.
 */
export function scrollToLinked(): void {
  const id = new URLSearchParams(location.hash.slice(1)).get('experiment');
  if (id === null) return;
  const experiments = Array.from(document.querySelectorAll<HTMLElement>('[data-experiment-id]'));
  // About an experiment that is not here, the first one speaks up (islands/linkTarget.ts).
  const section = experiments.find((experiment) => experiment.dataset['experimentId'] === id) ?? experiments[0];
  (section?.querySelector('.experiment-live') ?? section)?.scrollIntoView({ block: 'center' });
}
