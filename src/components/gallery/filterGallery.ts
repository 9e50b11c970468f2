/** Search and filters of the gallery: cards that do not match are hidden; what is asked for stands in the address (`?q=batch&verdict=reversed`). */

const FIELDS = ['q', 'verdict', 'chapter'] as const;

/** `form` has fields named q, verdict and chapter and an `<output>`; `list` holds the cards in sections, which vanish when empty. */
export function filterGallery(form: HTMLFormElement, list: HTMLElement): void {
  const cards = Array.from(list.querySelectorAll<HTMLElement>('article'));
  const sections = Array.from(list.querySelectorAll<HTMLElement>('section'));
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  const given = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    const input = field(name);
    input.value = given.get(name) ?? '';
    // A select that does not have the value asked for would be blank.
    if (input instanceof HTMLSelectElement && input.selectedIndex < 0) input.value = '';
  }

  const apply = () => {
    const words = field('q').value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdict = field('verdict').value;
    const chapter = field('chapter').value;
    for (const card of cards) {
      const { text = '', outcomes = '', chapter: own = '' } = card.dataset;
      const fits = words.every((word) => text.includes(word)) && (!verdict || outcomes.split(',').includes(verdict)) && (!chapter || own === chapter);
      card.hidden = !fits;
    }
    for (const section of sections) section.hidden = !section.querySelector('article:not([hidden])');
    const shown = cards.filter((card) => !card.hidden).length;
    const output = form.querySelector('output');
    if (output) output.value = shown === cards.length ? `${shown} experiments` : `${shown} of ${cards.length} experiments`;
    const query = new URLSearchParams(FIELDS.map((name) => [name, field(name).value]).filter(([, value]) => value));
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
