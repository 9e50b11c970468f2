/** The figures of a running experiment: the same ones as recorded, in the same places, drawn anew as runs grow. */
import type { FigureName } from '../../../experiments/spec/figureNeeds.ts';
import type { Experiment } from '../../../experiments/types.ts';
import type { FigureData } from '../../../figures/data/figureData.ts';
import { figureTables } from '../../../figures/figureTables.ts';
import { figures } from '../../../figures/index.ts';
import { openInterval } from './liveInterval.ts';
import { createPainter, type Painter } from '../../drawing/painter.ts';

export interface LiveFigures extends Painter {
  /** Under the figures, as in the recorded result. */
  addTable(data: FigureData): void;
  removeTable(): void;
}

/**
 * `place` is emptied. `data` is asked for at each drawing; `onFirst` is told when the first figure is there.
 * Call it while the old figures are still shown: the new ones take over their height.
 */
export function openLiveFigures(place: HTMLElement, experiment: Experiment, data: (figure: FigureName) => FigureData, onFirst: () => void): LiveFigures {
  const { ownerDocument: document } = place;
  const heights = experiment.figures.map((name) => shownHeight(place, name));
  const frame = place.closest('.experiment') ?? place;
  let sizes = sizesAt(frame.clientWidth);
  const interval = openInterval(experiment.figures);
  const grid = document.createElement('div');
  grid.className = 'experiment-figures';
  place.replaceChildren(grid);
  const draws = experiment.figures.map((name, index) => {
    const slot = document.createElement('div');
    slot.className = `figure-slot figure-slot-${name}`;
    // The page keeps its height until the first drawing is there.
    slot.style.minHeight = `${heights[index] ?? 0}px`;
    grid.append(slot);
    return function* () {
      const figure = yield* figures[name].draw(data(name), { document, sizes, interval });
      // What is read at the end of a run keeps the place of what was there.
      if (figure.querySelector('svg')) slot.style.minHeight = '';
      slot.replaceChildren(figure);
      onFirst();
    };
  });
  const painter = createPainter(draws, matchMedia('(prefers-reduced-motion: reduce)').matches);
  // A phone that is turned, a window that is resized. The browser tells; to ask after each drawing would cost a layout.
  const observer = new ResizeObserver(([entry]) => {
    const next = sizesAt(entry?.contentRect.width ?? 0);
    if (next[0] === sizes[0]) return;
    sizes = next;
    painter.request();
  });
  observer.observe(frame);
  return {
    ...painter,
    stop() {
      observer.disconnect();
      painter.stop();
    },
    removeTable: () => place.querySelector('.experiment-details')?.remove(),
    addTable(final) {
      const details = document.createElement('details');
      details.className = 'experiment-details';
      const summary = document.createElement('summary');
      summary.textContent = 'Data of this run';
      const region = document.createElement('div');
      region.className = 'experiment-data';
      region.setAttribute('role', 'region');
      region.setAttribute('aria-label', 'Table of this run');
      region.tabIndex = 0;
      region.append(...figureTables(experiment.figures, final, { document, interval }));
      details.append(summary, region);
      place.append(details);
    },
  };
}

/** Height of the figure that is on screen now, recorded or of the last run; 0 if there is none. */
function shownHeight(place: HTMLElement, name: string): number {
  const shown = place.closest('.experiment')?.querySelectorAll(`.figure-${name}`) ?? [];
  return Math.max(0, ...Array.from(shown, (figure) => figure.getBoundingClientRect().height));
}

/** `width` of the experiment, px. */
function sizesAt(width: number): ('wide' | 'narrow')[] {
  return [width <= NARROW ? 'narrow' : 'wide'];
}

/** The width, px, at which styles/experiment.css changes to narrow figures (29 rem). */
const NARROW = 464;
