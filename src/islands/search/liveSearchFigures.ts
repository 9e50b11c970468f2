/** The figures of a search that is under way: the same ones as recorded, drawn anew as trials come in. */
import { figuresOf } from '../../figures/search/figuresOf.ts';
import type { SearchFigureData } from '../../figures/search/searchFigureData.ts';
import type { Search } from '../../search/search.ts';
import { askDrawing } from '../workers/pageDrawing.ts';
import { figureSlot, shownHeight, sizesAt, tablesElement } from '../drawing/places.ts';
import { createPainter, type Painter } from '../drawing/painter.ts';
import { stairs } from '../drawing/sketch.ts';
import { sketchAhead } from '../drawing/sketchAhead.ts';

export interface LiveSearchFigures extends Painter {
  addTables(data: SearchFigureData): Promise<void>;
}

/** `place` is emptied. `data` is asked for at each drawing; undefined while there is nothing to draw. `onFirst` is told when the first figure is there. */
export function openLiveSearchFigures(place: HTMLElement, search: Search, data: () => SearchFigureData | undefined, onFirst: () => void): LiveSearchFigures {
  const { ownerDocument: document } = place;
  const frame = place.closest('.experiment') ?? place;
  const sizes = sizesAt(frame.clientWidth);
  const names = figuresOf(search);
  const heights = names.map((name) => shownHeight(place, name));
  const grid = document.createElement('div');
  grid.className = 'experiment-figures';
  place.replaceChildren(grid);
  const slots = names.map((name, index) => figureSlot(grid, name, heights[index] ?? 0));
  const draws = names.map((name, index) => {
    const slot = slots[index]!;
    return async () => {
      const now = data();
      if (!now) return () => undefined;
      // One seed has too few trials to tell, perhaps: no room is kept for what does not come.
      if (name === 'importance' && !now.importance) return () => slot.release();
      const markup = await askDrawing({ what: 'search figure', key: slot.key, name, data: now, sizes });
      return () => {
        slot.put(markup);
        onFirst();
      };
    };
  });
  const painter = createPainter(draws, { calm: matchMedia('(prefers-reduced-motion: reduce)').matches });
  const best = names.indexOf('bestSoFar');
  const sketching = sketchAhead(painter, {
    ...{ slot: slots[best], frame, height: heights[best] ?? 0, onDrawn: onFirst },
    curves() {
      const now = data();
      return now && { curves: now.curves.map(({ series, x, median }) => stairs({ series, x, y: median })), scale: now.scale };
    },
  });
  let isOpen = true;
  return {
    ...sketching,
    stop() {
      isOpen = false;
      sketching.stop();
    },
    async addTables(final) {
      const markup = await askDrawing({ what: 'search tables', names, data: final });
      if (isOpen) place.append(tablesElement(document, markup, { summary: 'Data of this search', label: 'Tables of this search' }));
    },
  };
}
