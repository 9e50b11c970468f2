/** One number for two: points near a line, and what comes back of one of them. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'The line on which a code of one number lives';
export const description =
  'Twelve points in a plane with two features, spread along a rising line through the origin. One point off the line is joined to its foot on the line by a dashed piece: ' +
  'the point itself, what comes back of it, and between them the error.';

const DIRECTION = [0.86, 0.51] as const;
const ALONG = [-2.3, -1.9, -1.5, -1.1, -0.7, -0.2, 0.3, 0.7, 1.0, 1.4, 2.2];
const ACROSS = [0.15, -0.3, 0.25, -0.1, 0.3, -0.2, 0.2, -0.3, 0.12, -0.22, 0.05];
const SHOWN = { along: 1.75, across: 0.75 };

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 380, 250);
  const { element, place } = axes(document, { left: 20, top: 10, width: 340, height: 226, x: [-2.6, 2.6], y: [-1.73, 1.73] }, { x: 'x_1', y: 'x_2' });
  const point = (along: number, across: number) => place(along * DIRECTION[0] - across * DIRECTION[1], along * DIRECTION[1] + across * DIRECTION[0]);
  const dot = ([cx, cy]: readonly [number, number], fill: string, r = 4) => svgElement(document, 'circle', { cx, cy, r, fill });
  const [start, end] = [point(-2.75, 0), point(2.75, 0)];
  const [given, back] = [point(SHOWN.along, SHOWN.across), point(SHOWN.along, 0)];
  svg.append(
    element,
    svgElement(document, 'path', { d: `M${start.join()}L${end.join()}`, stroke: 'var(--series-1)', 'stroke-width': '2', fill: 'none' }),
    ...ALONG.map((along, index) => dot(point(along, ACROSS[index]!), 'var(--fc-text-quiet)', 3.2)),
    arrow(document, given, back, { color: 'var(--series-2)', dash: '4 3', gap: [5, 5] }),
    dot(given, 'currentColor', 4.5),
    dot(back, 'var(--series-1)', 4.5),
    formula(document, 'x', { x: given[0] - 8, y: given[1] - 8, 'text-anchor': 'end' }),
    formula(document, 'U V x', { x: back[0] + 10, y: back[1] + 16, fill: 'var(--series-1)' }),
    textElement(document, 'error', { x: (given[0] + back[0]) / 2 + 10, y: (given[1] + back[1]) / 2 - 2, fill: 'var(--series-2)' }),
  );
  return svg;
}
