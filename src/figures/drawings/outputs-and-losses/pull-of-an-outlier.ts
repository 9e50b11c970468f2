/** What one outlier does: three losses as functions of the error, and mean and median of ten labels, one of them far off. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Three losses, and the pull of an outlier';
export const description =
  'Left: half the squared error is a parabola; the absolute error is a corner; Huber’s loss is the parabola near zero and runs straight beyond 1, parallel to the absolute error. ' +
  'Right: nine labels lie close together near 0, and one at 3. The mean lies at 0.3, outside the nine; the median stays among them.';

/** Nine labels that add up to 0, and an outlier, so that the mean is exactly 0.3. */
const LABELS = [-0.2, -0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.2, 3];
const MEAN = 0.3;
const MEDIAN = 0.025;

export function draw(document: Document): SVGElement[] {
  return [losses(document), labels(document)];
}

function losses(document: Document): SVGElement {
  const { element, curve, place } = axes(
    document,
    { left: 8, top: 30, width: 262, height: 180, x: [-3, 3], y: [0, 4] },
    { x: '"error" e', xTicks: [-2, 2], yTicks: [] },
  );
  const label = (text: string, x: number, y: number, series: number) => {
    const [left, top] = place(x, y);
    return textElement(document, text, { x: left, y: top, fill: `var(--series-${series})` });
  };
  const svg = drawing(document, 278, 236);
  svg.append(
    textElement(document, 'Loss of one error', { class: 'drawing-heading', x: 0, y: 14 }),
    element,
    curve((e) => e ** 2 / 2),
    curve((e) => (Math.abs(e) <= 1 ? e ** 2 / 2 : Math.abs(e) - 0.5), { stroke: 'var(--series-3)', 'stroke-dasharray': '2 3' }),
    curve((e) => Math.abs(e), { stroke: 'var(--series-2)', 'stroke-dasharray': '6 4' }),
    label('squared', -2.45, 3.65, 1),
    label('absolute', 1.05, 2.5, 2),
    label('Huber', 2.2, 1.1, 3),
  );
  return svg;
}

function labels(document: Document): SVGElement {
  const { element, place } = axes(document, { left: 8, top: 30, width: 262, height: 130, x: [-0.6, 3.4], y: [0, 1] }, { xTicks: [0, 1, 2, 3] });
  const mark = (value: number, text: string, height: number, series: number) => {
    const [x, base] = place(value, 0);
    const [, top] = place(value, height);
    return [
      svgElement(document, 'path', {
        d: `M${x.toFixed(1)},${base}V${top}`,
        stroke: `var(--series-${series})`,
        'stroke-width': '2',
        fill: 'none',
        'stroke-dasharray': series === 2 ? '6 4' : undefined,
      }),
      textElement(document, text, { x: x + 6, y: top + 8, fill: `var(--series-${series})` }),
    ];
  };
  const svg = drawing(document, 278, 190);
  svg.append(
    textElement(document, 'Ten labels, one of them an outlier', { class: 'drawing-heading', x: 0, y: 14 }),
    element,
    ...mark(MEAN, 'mean: the squared error goes here', 0.6, 1),
    ...mark(MEDIAN, 'median: the absolute error goes here', 0.95, 2),
    ...LABELS.map((value) => {
      const [x, y] = place(value, 0.14);
      return svgElement(document, 'circle', { cx: x, cy: y, r: 4, fill: 'var(--fc-paper)', stroke: 'currentColor', 'stroke-width': '1.4' });
    }),
  );
  return svg;
}
