/** What noise on x makes of a few points: each is smeared along x, and the best function is the mean label at each place. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Six points, seen exactly and seen through noise';
export const description =
  'Two panels with the same six points. Left, with noise of 0.08 on x, the best function jumps from the height of one point to that of the next, like stairs with rounded edges. ' +
  'Right, with noise of 0.35, each point is a wide blur along x, and the best function is a smooth curve that passes near the points and through none of them.';

const POINTS = [
  [-1.5, -0.6],
  [-0.95, -0.95],
  [-0.3, 0.25],
  [0.25, -0.1],
  [0.85, 0.95],
  [1.5, 0.45],
] as const;
const FRAME = { left: 12, top: 34, width: 250, height: 170, x: [-2, 2], y: [-1.3, 1.3] } as const;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'little noise', 0.08), panel(document, 'more noise', 0.35)];
}

function panel(document: Document, heading: string, deviation: number): SVGElement {
  const sheet = axes(document, FRAME, { x: 'x', y: 'y' });
  const svg = drawing(document, 280, 220);
  const perUnit = FRAME.width / (FRAME.x[1] - FRAME.x[0]);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...[2, 1].flatMap((reach) =>
      POINTS.map(([x, y]) => {
        const [cx, cy] = sheet.place(x, y);
        const half = reach * deviation * perUnit;
        return svgElement(document, 'path', {
          d: `M${at(cx - half, cy)}h${2 * half}`,
          stroke: 'var(--series-2)',
          'stroke-width': '7',
          'stroke-opacity': '0.22',
        });
      }),
    ),
    sheet.curve((x) => blurred(x, deviation)),
    ...POINTS.map(([x, y]) => {
      const [cx, cy] = sheet.place(x, y);
      return svgElement(document, 'circle', { cx, cy, r: 3.6, fill: 'var(--series-2)' });
    }),
  );
  return svg;
}

/** The mean label, each weighted by the density of the noise that would have brought it to x. */
function blurred(x: number, deviation: number): number {
  const exponents = POINTS.map(([place]) => -((x - place) ** 2) / (2 * deviation ** 2));
  const most = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return POINTS.reduce((sum, [, y], index) => sum + y * weights[index]!, 0) / all;
}
