/** What figures have in common: the element with its panels in a grid that wraps, the headings, the caption. */
import * as Plot from '@observablehq/plot';

export interface FigureOptions {
  /** The page's document, or linkedom's at build time. */
  document: Document;
  /** Which sizes of a single-panel figure to draw; defaults to both, one of which CSS hides. */
  sizes?: ('wide' | 'narrow')[];
}

/** A figure being drawn. It yields between panels, where a page that is in use may pause, and returns the finished element. */
export type Figure = Generator<void, Element, void>;

/** Draw without pausing. */
export function drawWhole(figure: Figure): Element {
  for (;;) {
    const step = figure.next();
    if (step.done) return step.value;
  }
}

export function figureElement(kind: string, document: Document, panelCount: number): { figure: HTMLElement; panels: HTMLElement } {
  const figure = document.createElement('figure');
  figure.setAttribute('class', `figure figure-${kind}`);
  const panels = document.createElement('div');
  panels.setAttribute('class', panelCount > 1 ? 'figure-panels figure-panels-many' : 'figure-panels');
  figure.append(panels);
  return { figure, panels };
}

/** Heading of a panel and name of its vertical axis, both above the frame at the left; `MARGIN_TOP` leaves room for them. */
export function panelTop(facet: string, axis: string, marginLeft: number): Plot.Markish[] {
  const place = { frameAnchor: 'top-left', dx: 6 - marginLeft, lineAnchor: 'bottom' } as const;
  return [
    Plot.text([axis], { ...place, dy: -9, text: (label: string) => label }),
    ...(facet ? [Plot.text([facet], { ...place, dy: -25, text: (label: string) => label, fontWeight: 650, fontSize: 12.5 })] : []),
  ];
}

export const MARGIN_TOP = { plain: 24, facet: 42 } as const;

export function caption(document: Document, text: string): HTMLElement {
  const element = document.createElement('figcaption');
  element.textContent = text;
  return element;
}
