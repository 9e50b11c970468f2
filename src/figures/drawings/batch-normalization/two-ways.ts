/** Over which numbers the two normalizations take their means: a column of the batch, or a row. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'Over the batch, over the layer';
export const description =
  'Two grids with a row for each of six examples and a column for each of five units. Left, batch normalization: one column is filled, because mean and variance are taken over the examples, for each unit. ' +
  'Right, layer normalization: one row is filled, because they are taken over the units, for each example.';

const SIZE = { width: 196, height: 216 };
const ROWS = 6;
const COLUMNS = 5;
const CELL = 26;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'batch normalization', (_row, column) => column === 1), panel(document, 'layer normalization', (row) => row === 2)];
}

function panel(document: Document, heading: string, chosen: (row: number, column: number) => boolean): SVGElement {
  const [left, top] = [44, 30];
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...Array.from({ length: ROWS * COLUMNS }, (_, index) => {
      const [row, column] = [Math.floor(index / COLUMNS), index % COLUMNS];
      return svgElement(document, 'rect', {
        x: left + column * CELL,
        y: top + row * CELL,
        width: CELL - 3,
        height: CELL - 3,
        rx: 3,
        fill: chosen(row, column) ? 'var(--series-1)' : 'var(--fc-paper)',
        stroke: 'var(--fc-line-strong)',
        'stroke-width': '1',
      });
    }),
    textElement(document, 'units', { x: left + (COLUMNS * CELL) / 2, y: top + ROWS * CELL + 18, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    svgElement(
      document,
      'g',
      { transform: `translate(${left - 14} ${top + (ROWS * CELL) / 2}) rotate(-90)` },
      textElement(document, 'examples', { x: 0, y: 0, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    ),
  );
  return svg;
}
