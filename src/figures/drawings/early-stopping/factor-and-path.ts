/** Gradient descent stopped early and ridge regression: what each makes of the best weight, over the mean square of its feature; and the ways of two weights, from zero to the best. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'Two factors, two paths';
export const description =
  'Left: the share of the best weight, from 0 to 1, over the mean square of its feature on a logarithmic axis. The curve of gradient descent stopped after some updates and the curve of ridge cross where both are one half and lie near each other elsewhere; the one of stopping is steeper. ' +
  'Right: ellipses of equal loss of two weights, and two ways from zero to the best weights. Both go first along the steep direction and then bend; that of gradient descent bends later.';

const FACTORS = { left: 30, top: 34, width: 244, height: 176, x: [0, 4], y: [0, 1.08] } as const;
const MAP = { left: 10, top: 34, width: 250, height: 186, x: [-0.1, 1.5], y: [-0.1, 1.09] } as const;
/** Mean squares of the two features of the map; both best weights are 1. */
const SQUARES = [2, 0.5] as const;
const LEVELS = [0.08, 0.3, 0.9];
const STOPPED = { stroke: 'var(--series-1)' };
const RIDGE = { stroke: 'var(--series-2)', 'stroke-dasharray': '7 3' };

export function draw(document: Document): SVGElement[] {
  return [factors(document), paths(document)];
}

/** In units of the mean square that is halved: stopping multiplies by 1 − 2^−s, ridge by s/(s + 1). */
function factors(document: Document): SVGElement {
  const sheet = axes(document, FACTORS, { yTicks: [0.5, 1] });
  const svg = drawing(document, 290, 250);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(
    textElement(document, 'Share of the best weight', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve((place) => 1 - 2 ** -squareAt(place), STOPPED),
    sheet.curve((place) => squareAt(place) / (squareAt(place) + 1), RIDGE),
    textElement(document, 'stopped', { x: sheet.place(2.28, 0)[0], y: sheet.place(0, 0.97)[1], 'text-anchor': 'end', fill: STOPPED.stroke }),
    textElement(document, 'ridge', { x: sheet.place(2.75, 0)[0], y: sheet.place(0, 0.74)[1], fill: RIDGE.stroke }),
    ...['0.01', '0.1', '1', '10', '100'].map((text, index) =>
      textElement(document, text, { x: sheet.place(index, 0)[0], y: 227, 'text-anchor': 'middle', ...quiet }),
    ),
    textElement(document, 'mean square, in that which is halved', { x: 274, y: 245, 'text-anchor': 'end', ...quiet }),
  );
  return svg;
}

/** The axis is logarithmic, from 0.01 to 100. */
function squareAt(place: number): number {
  return 10 ** (place - 2);
}

function paths(document: Document): SVGElement {
  const sheet = axes(document, MAP, { x: 'w_1', y: 'w_2' });
  const svg = drawing(document, 280, 250);
  const steps = Array.from({ length: 121 }, (_, index) => 10 ** (-2 + index / 30));
  svg.append(
    textElement(document, 'On the way to the best weights', { class: 'drawing-heading', x: 0, y: 14 }),
    ...LEVELS.map((level) => ellipse(document, sheet, level)),
    sheet.element,
    path(document, sheet, steps, (time, s) => 1 - Math.exp(-time * s), STOPPED),
    path(document, sheet, steps, (time, s) => s / (s + 1 / time), RIDGE),
    ...[0, 1].map((end) => {
      const [cx, cy] = sheet.place(end, end);
      return svgElement(document, 'circle', { cx, cy, r: 4.5, fill: 'var(--fc-paper)', stroke: 'currentColor', 'stroke-width': '1.6' });
    }),
  );
  return svg;
}

function path(
  document: Document,
  { place }: Axes,
  times: readonly number[],
  share: (time: number, s: number) => number,
  look: Record<string, string>,
): SVGElement {
  const points = times.map((time) => at(...place(share(time, SQUARES[0]), share(time, SQUARES[1]))));
  return svgElement(document, 'path', { d: `M${points.join('L')}`, fill: 'none', 'stroke-width': '2', ...look });
}

/** Where the loss exceeds its minimum by this much, as far as it lies within the frame. */
function ellipse(document: Document, { place }: Axes, level: number): SVGElement {
  const points = Array.from({ length: 181 }, (_, index) => {
    const angle = (2 * Math.PI * index) / 180;
    return [1 + Math.sqrt(level / SQUARES[0]) * Math.cos(angle), 1 + Math.sqrt(level / SQUARES[1]) * Math.sin(angle)] as const;
  });
  let d = '';
  let inside = false;
  for (const [x, y] of points) {
    const fits = x >= MAP.x[0] && x <= MAP.x[1] && y >= MAP.y[0] && y <= MAP.y[1];
    if (fits) d += `${inside ? 'L' : 'M'}${at(...place(x, y))}`;
    inside = fits;
  }
  return svgElement(document, 'path', { d, fill: 'none', stroke: 'var(--fc-line-strong)', 'stroke-width': '1' });
}
