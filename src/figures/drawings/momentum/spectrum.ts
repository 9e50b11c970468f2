/** The factor per update at every curvature from 1 to 100: for gradient descent and for the heavy ball, each at its best, and how far a root of κ is from κ. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'What each curvature gets';
export const description =
  'The factor per update over the curvature, from 1 to 100. Gradient descent at its best rate: a V that is 0.98 high at both ends and 0 in the middle, so that almost every curvature between is done long before the two ends. ' +
  'The heavy ball at its best: a horizontal line at 0.82 from one end to the other; all curvatures come down together.';

const [LEAST, MOST] = [1, 100];
const PLAIN = 2 / (LEAST + MOST);
const ROOT = Math.sqrt(MOST / LEAST);
const RATE = (2 / (1 + ROOT)) ** 2;
const MOMENTUM = ((ROOT - 1) / (ROOT + 1)) ** 2;

export function draw(document: Document): SVGElement[] {
  const frame = axes(document, { left: 34, top: 12, width: 340, height: 176, x: [0, 110], y: [0, 1.12] }, { yTicks: [0.5, 1], xTicks: [1, 50, 100] });
  const { place, curve } = frame;
  const svg = drawing(document, 390, 226);
  const [left] = place(LEAST, 0);
  const [right] = place(MOST, 0);
  const [, top] = place(0, 1);
  svg.append(
    svgElement(document, 'path', { d: `M${left} ${top}H${right}`, stroke: 'var(--fc-line)', 'stroke-dasharray': '3 3', fill: 'none' }),
    frame.element,
    curve((curvature) => Math.abs(1 - PLAIN * curvature), { from: LEAST, to: MOST, stroke: 'var(--series-1)', 'stroke-dasharray': '6 3' }),
    curve(heavyBall, { from: LEAST, to: MOST, stroke: 'var(--series-2)' }),
    ...[[LEAST, Math.abs(1 - PLAIN * LEAST), 'var(--series-1)'] as const, [MOST, Math.abs(1 - PLAIN * MOST), 'var(--series-1)'] as const].map(
      ([curvature, factor, color]) => {
        const [cx, cy] = place(curvature, factor);
        return svgElement(document, 'circle', { cx, cy, r: 3.5, fill: color });
      },
    ),
    textElement(document, 'gradient descent', { x: place(50.5, 0)[0], y: place(0, 0.5)[1], 'text-anchor': 'middle', fill: 'var(--series-1)' }),
    textElement(document, 'heavy ball: 0.82 everywhere', { x: place(50.5, 0)[0], y: place(0, 0.86)[1], 'text-anchor': 'middle', fill: 'var(--series-2)' }),
    textElement(document, '0.98', { x: place(LEAST, 0)[0] + 6, y: place(0, 1.03)[1], fill: 'var(--series-1)' }),
    textElement(document, '0.98', { x: place(MOST, 0)[0] - 2, y: place(0, 1.03)[1], 'text-anchor': 'end', fill: 'var(--series-1)' }),
    textElement(document, 'factor per update', { x: 0, y: 9, fill: 'var(--fc-text-quiet)' }),
    formula(document, '"curvature" λ', { x: 374, y: 222, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return [svg];
}

/** The larger root, which is √μ wherever the ball swings; at the two ends rounding may bring it to the edge of that. */
function heavyBall(curvature: number): number {
  const sum = 1 + MOMENTUM - RATE * curvature;
  const discriminant = Math.max(0, sum ** 2 - 4 * MOMENTUM);
  return discriminant < 1e-9 ? Math.sqrt(MOMENTUM) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}
