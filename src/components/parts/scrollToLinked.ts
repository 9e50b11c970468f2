import { mendHash } from '../../site/intent/mendHash.ts';
import { REACH } from '../../site/intent/reach.ts';

/** A link to a changed experiment (`#experiment=<id>&…`) wakes its island, which follows the link, and scrolls there. */
export function scrollToLinked(): void {
  const id = new URLSearchParams(mendHash(location.hash).slice(1)).get('experiment');
  if (id === null) return;
  const experiments = Array.from(document.querySelectorAll<HTMLElement>('[data-experiment-id]'));
  // About an experiment that is not here, the first one speaks up (islands/linkTarget.ts).
  const section = experiments.find((experiment) => experiment.dataset['experimentId'] === id) ?? experiments[0];
  const island = section?.querySelector('.experiment-controls');
  island?.dispatchEvent(new Event(REACH));
  (island ?? section)?.scrollIntoView({ block: 'center' });
}
