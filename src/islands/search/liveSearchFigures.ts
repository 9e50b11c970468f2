/** The figures of a search that is under way: the same ones as recorded, drawn anew as trials come in. */
import { figuresOf, searchFigures, searchTables } from '../../figures/search/index.ts';
import type { SearchFigureData } from '../../figures/search/searchFigureData.ts';
import type { Search } from '../../search/search.ts';
import { createPainter, type Painter } from '../drawing/painter.ts';

export interface LiveSearchFigures extends Painter {
  addTables(data: SearchFigureData): void;
}

/** `place` is emptied. `data` is asked for at each drawing; undefined while there is nothing to draw. `onFirst` is told when the first figure is there. */
export function openLiveSearchFigures(place: HTMLElement, search: Search, data: () => SearchFigureData | undefined, onFirst: () => void): LiveSearchFigures {
  const { ownerDocument: document } = place;
  const section = place.closest('.experiment');
  const sizes: ('wide' | 'narrow')[] = [(section?.clientWidth ?? Infinity) <= NARROW ? 'narrow' : 'wide'];
  const names = figuresOf(search);
  const heights = names.map((name) =>
    Math.max(0, ...Array.from(section?.querySelectorAll(`.figure-${name}`) ?? [], (figure) => figure.getBoundingClientRect().height)),
  );
  const grid = document.createElement('div');
  grid.className = 'experiment-figures';
  place.replaceChildren(grid);
  const draws = names.map((name, index) => {
    const slot = document.createElement('div');
    slot.className = `figure-slot figure-slot-${name}`;
    // The page keeps its height until the first drawing is there.
    slot.style.minHeight = `${heights[index] ?? 0}px`;
    grid.append(slot);
    return function* () {
      const now = data();
      if (!now) return;
      if (name === 'importance' && !now.importance) {
        // One seed has too few trials to tell, perhaps: no room is kept for what does not come.
        slot.style.minHeight = '';
        return;
      }
      slot.replaceChildren(yield* searchFigures[name].draw(now, { document, sizes }));
      slot.style.minHeight = '';
      onFirst();
    };
  });
  const painter = createPainter(draws, matchMedia('(prefers-reduced-motion: reduce)').matches);
  return {
    ...painter,
    addTables(final) {
      const details = document.createElement('details');
      details.className = 'experiment-details';
      const summary = document.createElement('summary');
      summary.textContent = 'Data of this search';
      const region = document.createElement('div');
      region.className = 'experiment-data';
      region.setAttribute('role', 'region');
      region.setAttribute('aria-label', 'Tables of this search');
      region.tabIndex = 0;
      region.append(...searchTables(names, final, document));
      details.append(summary, region);
      place.append(details);
    },
  };
}

/** The width, px, at which styles/experiment.css changes to narrow figures (29 rem). */
const NARROW = 464;
