/** Keeps hover cards within the window, and lets Escape close them. */
export function hoverCards(): void {
  const anchors = document.querySelectorAll<HTMLElement>('.hover-card-anchor');
  for (const anchor of anchors) {
    const card = anchor.querySelector<HTMLElement>('.hover-card');
    if (!card) continue;
    const show = () => {
      delete anchor.dataset.dismissed;
      card.style.removeProperty('--shift');
      const overflow = card.getBoundingClientRect().right - (document.documentElement.clientWidth - 12);
      if (overflow > 0) card.style.setProperty('--shift', `${-overflow}px`);
    };
    anchor.addEventListener('pointerenter', show);
    anchor.addEventListener('focusin', show);
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const anchor of anchors) if (anchor.matches(':hover, :focus-within')) anchor.dataset.dismissed = '';
  });
}
