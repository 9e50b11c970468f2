/** Exclusive or: one line cannot part the classes, two parallel lines can. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import type { Point } from '../parts/arrow.ts';
import { axes, type Axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Exclusive or, with one line and with two';
export const description =
  'Both panels show four points, at plus or minus 1 in both features. Those with equal signs are class 0, drawn as circles, the other two class 1, drawn as squares. ' +
  'Left: a line parts one circle from the three other points; the side of three holds both classes. Right: two parallel lines leave a strip with both squares; the circles lie outside.';

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'One line: both classes on one side', ({ place }) => [
      line(document, place, [-1.6, 0.8], [0.8, -1.6]),
      textElement(document, 'both classes', { ...atPoint(place(1.55, 0.25)), 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    ]),
    panel(document, 'Two lines: a strip for class 1', ({ place }) => [
      svgElement(document, 'path', {
        d: `${path([place(-1.6, 0.85), place(-0.85, 1.6), place(1.6, -0.85), place(0.85, -1.6)])}Z`,
        fill: 'var(--series-1)',
        opacity: '0.14',
      }),
      line(document, place, [-1.6, 0.85], [0.85, -1.6]),
      line(document, place, [-0.85, 1.6], [1.6, -0.85]),
      formula(document, 'h_1 > 0', { ...atPoint(place(0.3, 1.25)), fill: 'var(--fc-text-quiet)' }),
      formula(document, 'h_2 > 0', { ...atPoint(place(-0.3, -1.35)), 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    ]),
  ];
}

const SIZE = { width: 278, height: 300 };
const HALF = 8;

type Place = Axes['place'];

function panel(document: Document, heading: string, inside: (frame: Axes) => SVGElement[]): SVGElement {
  const frame = axes(document, { left: 8, top: 30, width: 262, height: 262, x: [-1.6, 1.6], y: [-1.6, 1.6] }, { x: 'x_1', y: 'x_2' });
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    frame.element,
    ...inside(frame),
    ...[-1, 1].flatMap((x) => [-1, 1].map((y) => point(document, frame.place(x, y), x === y ? 0 : 1))),
  );
  return svg;
}

function point(document: Document, [x, y]: Point, label: 0 | 1): SVGElement {
  if (label === 0) return svgElement(document, 'circle', { cx: x, cy: y, r: HALF, fill: 'var(--fc-paper)', stroke: 'var(--series-2)', 'stroke-width': '3' });
  return svgElement(document, 'rect', { x: x - HALF, y: y - HALF, width: 2 * HALF, height: 2 * HALF, fill: 'var(--series-1)' });
}

function line(document: Document, place: Place, from: Point, to: Point): SVGElement {
  return svgElement(document, 'path', { d: path([place(...from), place(...to)]), fill: 'none', stroke: 'currentColor', 'stroke-width': '2' });
}

function path(points: Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}

function atPoint([x, y]: Point): { x: number; y: number } {
  return { x, y };
}
