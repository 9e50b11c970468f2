/** What the sheet reports twice of the same three solvers. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'One setting, two figures';
export const description =
  'Three rows, one for each solver, above an axis of test accuracy from 0 to 1. In each row two dots are joined by a line: SGD at 0.764 and 0.925, Adadelta at 0.811 and 0.926, Adagrad at 0.265 and 0.910. ' +
  'The left dots are hollow, for the third experiment of the sheet, the right ones full, for its second.';

const SIZE = { width: 400, height: 186 };
const ROWS = [
  { solver: 'SGD', third: 0.7638, second: 0.9252 },
  { solver: 'Adadelta', third: 0.8113, second: 0.926 },
  { solver: 'Adagrad', third: 0.2649, second: 0.9096 },
];
const TOP = 44;
const GAP = 34;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  const sheet = axes(document, { left: 84, top: 24, width: 296, height: 116, x: [0, 1], y: [0, 1] }, { xTicks: [0.2, 0.4, 0.6, 0.8, 1] });
  svg.append(
    sheet.element,
    textElement(document, 'test accuracy', { x: 380, y: 178, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    dot(document, 96, 12, true),
    textElement(document, 'third experiment', { x: 106, y: 16 }),
    dot(document, 246, 12, false),
    textElement(document, 'second experiment', { x: 256, y: 16 }),
    ...ROWS.flatMap(({ solver, third, second }, row) => {
      const y = TOP + row * GAP;
      const [from, to] = [sheet.place(third, 0)[0], sheet.place(second, 0)[0]];
      return [
        textElement(document, solver, { x: 74, y: y + 4, 'text-anchor': 'end' }),
        svgElement(document, 'line', { x1: from, x2: to, y1: y, y2: y, stroke: 'var(--series-1)', 'stroke-width': '2' }),
        dot(document, from, y, true),
        dot(document, to, y, false),
        textElement(document, third.toFixed(3), { x: from - 10, y: y + 4, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
      ];
    }),
  );
  return svg;
}

function dot(document: Document, cx: number, cy: number, hollow: boolean): SVGElement {
  return svgElement(document, 'circle', { cx, cy, r: 5, fill: hollow ? 'var(--fc-paper)' : 'var(--series-1)', stroke: 'var(--series-1)', 'stroke-width': '2' });
}
