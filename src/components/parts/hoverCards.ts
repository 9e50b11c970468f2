/** Pixels between a card and the edge of what it stays within. */
const MARGIN = 12;

/** Keeps hover cards within the page's main column, because what stands beside it covers them, and lets Escape close them. */
export function hoverCards(): void {
  const column = document.querySelector('main') ?? document.documentElement;
  const anchors = document.querySelectorAll<HTMLElement>('.hover-card-anchor');
  for (const anchor of anchors) {
    const card = anchor.querySelector<HTMLElement>('.hover-card');
    if (!card) continue;
    const show = () => {
      delete anchor.dataset.dismissed;
      card.style.removeProperty('--shift');
      card.style.removeProperty('--lift');
      const { right, bottom } = card.getBoundingClientRect();
      const overflow = right - (column.getBoundingClientRect().right - MARGIN);
      if (overflow > 0) card.style.setProperty('--shift', `${-overflow}px`);
      // Within a size container a fixed card stands at the container's foot.
      const below = bottom - (innerHeight - MARGIN);
      if (below !== 0 && getComputedStyle(card).position === 'fixed') card.style.setProperty('--lift', `${-below}px`);
    };
    anchor.addEventListener('pointerenter', show);
    anchor.addEventListener('focusin', show);
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const anchor of anchors) if (anchor.matches(':hover, :focus-within')) anchor.dataset.dismissed = '';
  });
}
