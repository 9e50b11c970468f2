/** Two weights, and the weights that fit one example and two: a line of solutions, whose smallest is near, and a single one, which may be far away. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'Many solutions, and one';
export const description =
  'Two panels with two weights as axes. Left: one example is fitted by all points of a straight line; gradient descent that starts at the origin arrives at the nearest of them. ' +
  'Right: two similar examples, two lines that are nearly parallel; the only point that fits both is where they cross, far from the origin.';

const FIRST = 'var(--series-1)';
const SECOND = 'var(--series-2)';
const X = [-1, 6] as const;

/** Fits of an example: w₂ = height − slope · w₁. */
const ONE = { height: 1.5, slope: 0.5 };
const OTHER = { height: 2.3, slope: 0.7 };

export function draw(document: Document): SVGElement[] {
  return [many(document), single(document)];
}

function sheetOf(document: Document): Axes {
  return axes(document, { left: 10, top: 30, width: 250, height: 150, x: X, y: [-1.6, 2.6] }, { x: 'w_1', y: 'w_2' });
}

function many(document: Document): SVGElement {
  const sheet = sheetOf(document);
  const svg = drawing(document, 270, 190);
  // The point of the line w₂ = h − s w₁ that is nearest to the origin.
  const share = ONE.height / (1 + ONE.slope ** 2);
  const nearest = sheet.place(share * ONE.slope, share);
  svg.append(
    textElement(document, 'More weights than examples', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve((w) => ONE.height - ONE.slope * w, { stroke: FIRST }),
    arrow(document, sheet.place(0, 0), nearest, { color: 'currentColor', width: 2, gap: [0, 4] }),
    dot(document, nearest),
    textElement(document, 'fits the example', { x: sheet.place(3.1, 0)[0], y: sheet.place(0, 0.55)[1], fill: FIRST }),
  );
  return svg;
}

function single(document: Document): SVGElement {
  const sheet = sheetOf(document);
  const svg = drawing(document, 270, 190);
  const w = (OTHER.height - ONE.height) / (OTHER.slope - ONE.slope);
  const crossing = sheet.place(w, ONE.height - ONE.slope * w);
  svg.append(
    textElement(document, 'As many weights as examples', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve((x) => ONE.height - ONE.slope * x, { stroke: FIRST }),
    sheet.curve((x) => OTHER.height - OTHER.slope * x, { stroke: SECOND, 'stroke-dasharray': '6 3' }),
    arrow(document, sheet.place(0, 0), crossing, { color: 'currentColor', width: 2, gap: [0, 4] }),
    dot(document, crossing),
    textElement(document, 'fits both', { x: crossing[0] - 14, y: crossing[1] + 16, 'text-anchor': 'end' }),
  );
  return svg;
}

function dot(document: Document, [cx, cy]: readonly [number, number]): SVGElement {
  return svgElement(document, 'circle', { cx, cy, r: 4.5, fill: 'currentColor' });
}
