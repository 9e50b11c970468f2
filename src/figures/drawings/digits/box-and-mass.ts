/** How a drawing becomes a picture of MNIST: the box around it, the box of twenty pixels, the centre of mass in the middle of the field. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { polyline } from '../parts/three.ts';

export const title = 'Scaled by its box, placed by its mass';
export const description =
  'Three squares. In the first, a three stands low and on the left of a sheet, with a dashed box around it. In the second, the three fills the height of a square of 20 by 20 pixels, at its left edge, and a cross marks its centre of mass. ' +
  'In the third, the same three with its cross stands in a square of 28 by 28 pixels, and the cross lies in the middle.';

const SIDE = 112;

export function draw(document: Document): SVGElement[] {
  return [sheet(document), box(document), field(document)];
}

function sheet(document: Document): SVGElement {
  const svg = panel(document, '1. the box around the ink', 140);
  svg.append(
    square(document, 14, 28, SIDE),
    polyline(document, ([x, y]) => [14 + x * 0.6 - 10, 28 + y * 0.6 + 46 - 2], { width: 6 }),
    svgElement(document, 'rect', {
      x: 21,
      y: 80.5,
      width: 31,
      height: 49.5,
      fill: 'none',
      stroke: 'var(--series-2)',
      'stroke-width': '1.6',
      'stroke-dasharray': '4 3',
    }),
  );
  return svg;
}

function box(document: Document): SVGElement {
  const svg = panel(document, '2. scaled into 20 × 20', 140);
  svg.append(
    square(document, 30, 44, 80),
    polyline(document, ([x, y]) => [30 + (x - 29), 44 + (y - 15.5)], { width: 8 }),
    cross(document, 30 + (57.5 - 29), 44 + (55 - 15.5)),
  );
  return svg;
}

function field(document: Document): SVGElement {
  const svg = panel(document, '3. its mass in the middle', 140);
  const [middleX, middleY] = [14 + SIDE / 2, 28 + SIDE / 2];
  svg.append(
    square(document, 14, 28, SIDE),
    svgElement(document, 'path', {
      d: `M${middleX},28v${SIDE}M14,${middleY}h${SIDE}`,
      stroke: 'var(--fc-line-strong)',
      'stroke-dasharray': '2 3',
      fill: 'none',
    }),
    polyline(document, ([x, y]) => [middleX + (x - 57.5), middleY + (y - 55)], { width: 8 }),
    cross(document, middleX, middleY),
    textElement(document, '28 × 28', { x: 14 + SIDE, y: 156, 'text-anchor': 'end' }),
  );
  return svg;
}

function panel(document: Document, heading: string, width: number): SVGElement {
  const svg = drawing(document, Math.max(width, 172), 162);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }));
  return svg;
}

function square(document: Document, x: number, y: number, side: number): SVGElement {
  return svgElement(document, 'rect', { x, y, width: side, height: side, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.3' });
}

function cross(document: Document, x: number, y: number): SVGElement {
  const d = `M${x - 7},${y}h14M${x},${y - 7}v14`;
  return svgElement(document, 'path', { d, stroke: 'var(--series-2)', 'stroke-width': '2.6', fill: 'none' });
}
