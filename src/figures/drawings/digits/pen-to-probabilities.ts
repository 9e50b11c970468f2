/** From a pen to ten probabilities: the sheet, the picture, the numbers, the units, the answer. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { column, unit } from '../parts/unit.ts';
import { THREE, polyline } from '../parts/three.ts';

export const title = 'From a pen to ten probabilities';
export const description =
  'Two drawings. In the first, a three on a sheet of paper becomes a small three of coarse pixels in the middle of a square of 28 by 28. ' +
  'In the second, 784 numbers go into hidden units, these into ten outputs, and bars beside the outputs are short but for that of the three.';

export function draw(document: Document): SVGElement[] {
  return [toPicture(document), toAnswer(document)];
}

function toPicture(document: Document): SVGElement {
  const svg = drawing(document, 360, 210);
  svg.append(
    textElement(document, 'what you draw', { class: 'drawing-heading', x: 0, y: 14 }),
    textElement(document, 'what the network sees', { class: 'drawing-heading', x: 204, y: 14 }),
    frame(document, 0, 28, 150),
    polyline(document, ([x, y]) => [10 + x * 0.75, 42 + y * 0.75], { width: 9 }),
    arrow(document, [156, 103], [198, 103]),
    frame(document, 204, 28, 150),
    ...pixels().map(([row, column]) =>
      svgElement(document, 'rect', { x: 204 + (column * 150) / SIDE, y: 28 + (row * 150) / SIDE, width: 150 / SIDE, height: 150 / SIDE, fill: 'currentColor' }),
    ),
    textElement(document, '28 × 28 = 784 numbers', { x: 279, y: 196, 'text-anchor': 'middle' }),
  );
  return svg;
}

function toAnswer(document: Document): SVGElement {
  const svg = drawing(document, 360, 210);
  const inputs = column(5, 112, 30).map((y): Point => [20, y]);
  const hidden = column(4, 112, 36).map((y): Point => [130, y]);
  const outputs = column(10, 112, 17.5).map((y): Point => [240, y]);
  const shares = [0.01, 0.01, 0.03, 0.86, 0, 0.04, 0, 0.01, 0.03, 0.01];
  svg.append(
    textElement(document, 'pixels', { class: 'drawing-heading', x: 0, y: 14 }),
    textElement(document, 'hidden units', { class: 'drawing-heading', x: 92, y: 14 }),
    textElement(document, 'probabilities', { class: 'drawing-heading', x: 228, y: 14 }),
    ...hidden.flatMap((to) => inputs.map((from) => arrow(document, from, to, { gap: [9, 13], width: 0.9 }))),
    ...hidden.flatMap((from) => outputs.map((to) => arrow(document, from, to, { gap: [13, 10], width: 0.6 }))),
    ...inputs.map((place) => unit(document, place, { kind: 'feature', radius: 8 })),
    ...hidden.map((place) => unit(document, place, { radius: 12 })),
    ...outputs.flatMap(([x, y], digit) => [
      textElement(document, String(digit), { x: x + 4, y: y + 4, 'text-anchor': 'middle', 'font-weight': digit === 3 ? '600' : '400' }),
      svgElement(document, 'rect', { x: x + 16, y: y - 6, width: Math.max(1, 95 * shares[digit]!), height: 12, fill: 'var(--series-1)' }),
    ]),
  );
  return svg;
}

/** Pixels of the coarse picture along a side. */
const SIDE = 28;

/** Those that lie near the three, when it is 20 pixels tall in the middle. */
function pixels(): Point[] {
  const near: Point[] = [];
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [((column + 0.5 - 8.5) / 11) * 44 + 32, ((row + 0.5 - 4) / 20) * 80 + 16];
      if (distanceToThree([x, y]) < 6.5) near.push([row, column]);
    }
  }
  return near;
}

function distanceToThree([x, y]: Point): number {
  return THREE.slice(1).reduce((least, [x1, y1], index) => {
    const [x0, y0] = THREE[index]!;
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    return Math.min(least, Math.hypot(x - x0 - along * dx, y - y0 - along * dy));
  }, Infinity);
}

function frame(document: Document, x: number, y: number, side: number): SVGElement {
  return svgElement(document, 'rect', { x, y, width: side, height: side, fill: 'none', stroke: 'var(--fc-line-strong)', 'stroke-width': '1.3' });
}
