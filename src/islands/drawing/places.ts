/** Where live figures and their tables stand in a page. */
import { patch } from './patch.ts';

export interface FigureSlot {
  /** Names the place: no other in the page has it. */
  readonly key: string;
  /** Put a figure's markup in the place of the one before. */
  put(markup: string): void;
  /** Keep no room for what has not come. */
  release(): void;
}

let places = 0;

/** A place for a figure at the end of `grid`. `height`, px: what it takes until the first drawing is there. */
export function figureSlot(grid: HTMLElement, name: string, height: number): FigureSlot {
  const slot = grid.ownerDocument.createElement('div');
  slot.className = `figure-slot figure-slot-${name}`;
  slot.style.minHeight = `${height}px`;
  grid.append(slot);
  const template = grid.ownerDocument.createElement('template');
  return {
    key: `live-${++places}`,
    put(markup) {
      template.innerHTML = markup;
      const [shown, next] = [slot.firstElementChild, template.content.firstElementChild];
      if (next && shown?.localName === next.localName) patch(shown, next);
      else slot.replaceChildren(template.content);
      // What is read at the end of a run keeps the place of what was there.
      if (slot.querySelector('svg')) slot.style.minHeight = '';
    },
    release: () => (slot.style.minHeight = ''),
  };
}

/** `markup`: of the tables, made by drawing.worker.ts. */
export function tablesElement(document: Document, markup: string, { summary, label }: { summary: string; label: string }): HTMLElement {
  const details = document.createElement('details');
  details.className = 'experiment-details';
  const title = document.createElement('summary');
  title.textContent = summary;
  const region = document.createElement('div');
  region.className = 'experiment-data';
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', label);
  region.tabIndex = 0;
  region.innerHTML = markup;
  details.append(title, region);
  return details;
}

/** Height of the figure that is on screen now, recorded or of the last run; 0 if there is none. */
export function shownHeight(place: HTMLElement, name: string): number {
  const shown = place.closest('.experiment')?.querySelectorAll(`.figure-${name}`) ?? [];
  return Math.max(0, ...Array.from(shown, (figure) => figure.getBoundingClientRect().height));
}

/** `width` of the experiment, px. */
export function sizesAt(width: number): ('wide' | 'narrow')[] {
  return [width <= NARROW ? 'narrow' : 'wide'];
}

/** The width, px, at which styles/experiment/figures.css changes to narrow figures (29 rem). */
const NARROW = 464;
