/** Islands that come near the screen, while the network has nothing else to do and the reader does not save data. */

/** From the screen, where the reader may be in a moment. */
const NEAR = '300px';

interface Connection {
  saveData?: boolean;
  /** "slow-2g", "2g", "3g", "4g". */
  effectiveType?: string;
}

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls `then` once, or never. */
export function whenNear(island: HTMLElement, then: () => void): void {
  observer ??= new IntersectionObserver(notice, { rootMargin: NEAR });
  // The island's own element has no box, and the parts of a card share none; its bar is on the screen as soon as the card is.
  const shown = island.querySelector('.run-bar') ?? island.children[0];
  if (!shown) return;
  waiting.set(shown, then);
  observer.observe(shown);
}

function notice(entries: IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer?.unobserve(target);
    const then = waiting.get(target);
    waiting.delete(target);
    if (then) whenIdle(() => spares() || then());
  }
}

function spares(): boolean {
  const { saveData, effectiveType = '' } = (navigator as Navigator & { connection?: Connection }).connection ?? {};
  return saveData === true || effectiveType.endsWith('2g');
}

/** After the page has all of its own. */
function whenIdle(then: () => void): void {
  if (document.readyState !== 'complete') return window.addEventListener('load', () => whenIdle(then), { once: true });
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(then);
  else setTimeout(then, 200);
}
