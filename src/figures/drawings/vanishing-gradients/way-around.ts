/** A layer with a connection around it: the gradient has a path on which nothing multiplies it. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';

export const title = 'A way around each layer';
export const description =
  'Two boxes in a row, each a layer f. From the input of each box a bent arrow leads around it to a circle with a plus, where it meets the output of the box. ' +
  'On the way back the gradient can take the bent arrows and meets no factor.';

const SIZE = { width: 400, height: 132 };
const Y = 86;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, 'Each layer adds to what it receives', { class: 'drawing-heading', x: 0, y: 14 }),
    formula(document, 'a', { x: 4, y: Y + 5 }),
  );
  for (const [index, left] of [20, 200].entries()) svg.append(...block(document, left, index));
  return svg;
}

function block(document: Document, left: number, index: number): SVGElement[] {
  const box = { x: left + 40, y: Y - 20, width: 66, height: 40, rx: 4 };
  const plus: Point = [left + 146, Y];
  return [
    arrow(document, [left, Y], [box.x, Y], { gap: [0, 2] }),
    svgElement(document, 'rect', { ...box, fill: 'var(--fc-paper)', stroke: 'currentColor', 'stroke-width': '1.4' }),
    formula(document, `f^{(${index + 1})}`, { x: box.x + box.width / 2, y: Y + 5, 'text-anchor': 'middle' }),
    arrow(document, [box.x + box.width, Y], plus, { gap: [0, 13] }),
    arrow(document, [left + 14, Y - 4], [plus[0], Y - 10], { bend: 34, gap: [0, 2], color: 'var(--series-1)', width: 2 }),
    svgElement(document, 'circle', { cx: plus[0], cy: plus[1], r: 11, fill: 'var(--fc-paper)', stroke: 'currentColor', 'stroke-width': '1.4' }),
    textElement(document, '+', { x: plus[0], y: Y + 5, 'text-anchor': 'middle' }),
    ...(index === 1 ? [arrow(document, plus, [SIZE.width - 4, Y], { gap: [12, 0] })] : [arrow(document, plus, [200, Y], { gap: [12, 0] })]),
  ];
}
