/** What arrives at each of six layers if every step back takes a quarter, or nothing. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formula } from '../parts/formula.ts';

export const title = 'A quarter of a quarter';
export const description =
  'Two rows of six squares, one for each layer from the last to the first. In the upper row every square has a quarter of the area of the one before; the sixth is a dot with a thousandth of the first. ' +
  'In the lower row all squares are the same.';

const SIZE = { width: 400, height: 222 };
const LAYERS = 6;
const SIDE = 64;
const COLUMN = 62;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, 'A quarter per layer', { class: 'drawing-heading', x: 0, y: 14 }),
    ...row(document, 92, 0.25, 'var(--series-2)'),
    textElement(document, 'A factor of 1 per layer', { class: 'drawing-heading', x: 0, y: 136 }),
    ...row(document, 176, 1, 'var(--series-1)', 0.1),
    textElement(document, '← the gradient on its way back', { x: SIZE.width, y: 218, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}

/** Squares whose areas shrink by `factor` from right to left; `size` scales them all. */
function row(document: Document, bottom: number, factor: number, fill: string, size = 1): SVGElement[] {
  return Array.from({ length: LAYERS }, (_, step) => {
    const side = SIDE * Math.sqrt(size * factor ** step);
    const middle = SIZE.width - 34 - step * COLUMN;
    return svgElement(
      document,
      'g',
      {},
      svgElement(document, 'rect', { x: middle - side / 2, y: bottom - side, width: side, height: side, fill }),
      formula(document, `δ^{(${LAYERS - step})}`, { x: middle, y: bottom + 16, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    );
  });
}
