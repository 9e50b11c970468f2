/** A fold of the interval in two by two relu units, and what two and three of them in a row make of it. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Folding an interval';
export const description =
  'Three panels over the interval from 0 to 1. After one layer of two units: one tooth, up and down, two straight pieces. After two layers: two teeth, four pieces. After three: four teeth, eight pieces. Each layer folds what the one before has made.';

const HEADINGS = ['one layer: 2 pieces', 'two layers: 4 pieces', 'three layers: 8 pieces'];

export function draw(document: Document): SVGElement[] {
  return HEADINGS.map((heading, index) => panel(document, heading, index + 1));
}

function panel(document: Document, heading: string, folds: number): SVGElement {
  const sheet = axes(document, { left: 22, top: 30, width: 200, height: 110, x: [0, 1], y: [0, 1] }, { xTicks: [0, 1], yTicks: [1] });
  const corners = Array.from({ length: 2 ** folds + 1 }, (_, index) => [index / 2 ** folds, index % 2] as const);
  const svg = drawing(document, 236, 166);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    svgElement(document, 'path', {
      d: `M${corners.map(([x, y]) => at(...sheet.place(x, y))).join('L')}`,
      fill: 'none',
      stroke: 'var(--series-1)',
      'stroke-width': '2',
      'stroke-linejoin': 'round',
    }),
    ...corners.slice(1, -1).map(([x, y]) => {
      const [cx, cy] = sheet.place(x, y);
      return svgElement(document, 'circle', { cx, cy, r: 3.2, fill: 'var(--series-1)' });
    }),
  );
  return svg;
}
