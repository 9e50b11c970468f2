/** Why weights in front of a normalization only grow, and turn the less the longer they are. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';

export const title = 'A step at a right angle';
export const description =
  'Two drawings of a weight vector from the centre of a circle, with a step at a right angle to it at its tip; the sum is a little longer than the vector and lies outside the circle. ' +
  'Left, a short vector with a long step: the direction turns by about 40 degrees. Right, a vector twice as long with a step half as long, at the same rate: the direction turns by about 12 degrees.';

const SIZE = { width: 200, height: 214 };
const CENTRE: Point = [22, 196];
/** Px of the short weights; of the step that belongs to them. */
const SHORT = 80;
const STEP = 68;
/** Of the weights, from the horizontal. */
const ANGLE = Math.PI / 6;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'short weights', 1), panel(document, 'twice as long', 2)];
}

/** `factor` times the weights: the gradient is divided by it. */
function panel(document: Document, heading: string, factor: number): SVGElement {
  const [length, step] = [SHORT * factor, STEP / factor];
  const [x, y] = CENTRE;
  const tip: Point = [x + length * Math.cos(ANGLE), y - length * Math.sin(ANGLE)];
  const after: Point = [tip[0] - step * Math.sin(ANGLE), tip[1] - step * Math.cos(ANGLE)];
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    svgElement(document, 'path', {
      d: `M${at(x + length, y)}A${length},${length} 0 0 0 ${at(x, y - length)}`,
      fill: 'none',
      stroke: 'var(--fc-line-strong)',
      'stroke-width': '1',
      'stroke-dasharray': '4 3',
    }),
    arrow(document, CENTRE, tip, { color: 'var(--series-1)', width: 2 }),
    arrow(document, tip, after, { color: 'var(--series-2)', width: 2 }),
    arrow(document, CENTRE, after, { dash: '5 3' }),
    formula(document, 'w', { x: tip[0] + 4, y: tip[1] + 14, fill: 'var(--series-1)' }),
    formula(document, '-η g', { x: (tip[0] + after[0]) / 2 + 6, y: (tip[1] + after[1]) / 2, fill: 'var(--series-2)' }),
  );
  return svg;
}
