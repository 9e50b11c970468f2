/** Nine trials on a grid and nine at random, where one hyperparameter matters and the other hardly does (after Bergstra & Bengio 2012, figure 1). */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'Nine trials: a grid, and random points';
export const description =
  'Two squares with nine points each. The horizontal hyperparameter matters: a curve above each square shows how good a value is, with one narrow peak. ' +
  'The grid’s nine points lie above one another in threes, so only three values are tried, and none is near the peak. The random points have nine different values, and one falls on the peak.';

const SIZE = { width: 300, height: 286 };
const BOX = { left: 40, top: 92, side: 170 };
const PEAK = { at: 0.68, width: 0.09, height: 44 };
const GRID = [1 / 6, 1 / 2, 5 / 6].flatMap((x) => [1 / 6, 1 / 2, 5 / 6].map((y) => [x, y] as const));
const RANDOM = [
  [0.05, 0.62],
  [0.14, 0.2],
  [0.27, 0.88],
  [0.38, 0.41],
  [0.47, 0.1],
  [0.57, 0.74],
  [0.67, 0.33],
  [0.79, 0.93],
  [0.93, 0.5],
] as const;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'Grid: three values, three times each', GRID), panel(document, 'Random: nine values', RANDOM)];
}

function panel(document: Document, heading: string, points: readonly (readonly [number, number])[]): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const across = (x: number) => BOX.left + x * BOX.side;
  const goodness = (x: number) => BOX.top - 8 - PEAK.height * Math.exp(-0.5 * ((x - PEAK.at) / PEAK.width) ** 2);
  const curve = Array.from({ length: 121 }, (_, index) => at(across(index / 120), goodness(index / 120)));
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    svgElement(document, 'path', { d: `M${curve.join('L')}`, fill: 'none', stroke: 'var(--series-2)', 'stroke-width': '2' }),
    svgElement(document, 'rect', { x: BOX.left, y: BOX.top, width: BOX.side, height: BOX.side, fill: 'none', stroke: 'var(--fc-line-strong)' }),
    textElement(document, 'matters', { x: BOX.left + BOX.side / 2, y: BOX.top + BOX.side + 18, 'text-anchor': 'middle', ...quiet }),
    textElement(document, 'hardly matters', {
      x: BOX.left - 10,
      y: BOX.top + BOX.side / 2,
      'text-anchor': 'middle',
      transform: `rotate(-90 ${BOX.left - 10} ${BOX.top + BOX.side / 2})`,
      ...quiet,
    }),
  );
  for (const [x, y] of points) {
    const [px, py] = [across(x), BOX.top + (1 - y) * BOX.side];
    svg.append(
      svgElement(document, 'path', {
        d: `M${at(px, py)}V${goodness(x)}`,
        stroke: 'var(--series-1)',
        'stroke-width': '1',
        'stroke-dasharray': '2 3',
        fill: 'none',
      }),
      svgElement(document, 'circle', { cx: px, cy: goodness(x), r: 2.6, fill: 'var(--series-2)' }),
      svgElement(document, 'circle', { cx: px, cy: py, r: 4, fill: 'var(--series-1)' }),
    );
  }
  return svg;
}
