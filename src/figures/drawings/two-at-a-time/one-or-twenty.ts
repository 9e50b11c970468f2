/** What one run each shows of two settings, and what twenty show: made-up numbers with a small difference and a large spread. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'One run each, and twenty';
export const description =
  'Left, two loss curves, one for each of two settings: setting a ends clearly below setting b. Right, the losses at the end of twenty runs of each setting, as dots: the two clouds overlap almost entirely. ' +
  'The pair that the left shows is filled; in eight of the twenty pairs b ends lower than a.';

const CURVES = { left: 16, top: 34, width: 210, height: 160, x: [0, 10], y: [0, 1] } as const;
const CLOUDS = { left: 16, top: 34, width: 210, height: 160, x: [0, 1], y: [0, 0.6] } as const;
/** Losses at the end, seed by seed. */
const A = [0.22, 0.41, 0.3, 0.35, 0.27, 0.46, 0.33, 0.25, 0.38, 0.31, 0.5, 0.28, 0.36, 0.43, 0.24, 0.34, 0.4, 0.29, 0.37, 0.32];
const B = [0.4, 0.33, 0.42, 0.3, 0.36, 0.51, 0.26, 0.39, 0.45, 0.27, 0.44, 0.35, 0.47, 0.38, 0.31, 0.43, 0.34, 0.48, 0.32, 0.41];

export function draw(document: Document): SVGElement[] {
  return [curves(document), clouds(document)];
}

function curves(document: Document): SVGElement {
  const sheet = axes(document, CURVES, { x: '"epochs"', y: '"loss"' });
  const svg = drawing(document, 262, 222);
  const fall = (end: number) => (x: number) => end + (0.95 - end) * Math.exp(-0.55 * x);
  const end = (name: string, value: number, fill: string) => {
    const [x, y] = sheet.place(10, fall(value)(10));
    return textElement(document, name, { x: x + 8, y: y + 4, fill, 'font-weight': '600' });
  };
  svg.append(
    textElement(document, 'one run of each', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(fall(A[0]!)),
    sheet.curve(fall(B[0]!), { stroke: 'var(--series-2)', 'stroke-dasharray': '7 3' }),
    end('a', A[0]!, 'var(--series-1)'),
    end('b', B[0]!, 'var(--series-2)'),
  );
  return svg;
}

function clouds(document: Document): SVGElement {
  const sheet = axes(document, CLOUDS, { y: '"loss at the end"' });
  const svg = drawing(document, 262, 222);
  const column = (name: string, values: readonly number[], middle: number, color: string) => {
    const [x, bottom] = sheet.place(middle, 0);
    return [
      textElement(document, name, { x, y: bottom + 18, 'text-anchor': 'middle', fill: color, 'font-weight': '600' }),
      ...values.map((value, seed) => {
        const [cx, cy] = sheet.place(middle + 0.03 * ((seed % 5) - 2), value);
        return svgElement(document, 'circle', { cx, cy, r: 4, stroke: color, 'stroke-width': '1.4', fill: seed === 0 ? color : 'none' });
      }),
    ];
  };
  svg.append(
    textElement(document, 'twenty runs of each', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...column('a', A, 0.3, 'var(--series-1)'),
    ...column('b', B, 0.7, 'var(--series-2)'),
  );
  return svg;
}
