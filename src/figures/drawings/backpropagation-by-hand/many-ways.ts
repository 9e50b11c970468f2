/** Why δ of a unit is a sum: a change of its z reaches the loss through every unit of the next layer. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';
import { column, unit } from '../parts/unit.ts';

export const title = 'One unit, and the ways from it to the loss';
export const description =
  'From left to right: an activation a of the layer before enters unit j through the weight w. From unit j, arrows lead through three weights to three units k of the next layer, and from each of them one arrow leads on to the loss L. ' +
  'Below, a dashed arrow back: what the three units k are blamed for comes back along the same weights, is added up, and is multiplied by the slope of unit j.';

const BEFORE: Point = [30, 110];
const UNIT: Point = [140, 110];
const NEXT = column(3, 110, 70).map((y): Point => [258, y]);
const LOSS: Point = [368, 110];
const RADIUS = 20;
const BACKWARD = 'var(--series-2)';

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 400, 250);
  svg.append(
    textElement(document, 'Every way to the loss counts', { class: 'drawing-heading', x: 0, y: 14 }),
    arrow(document, BEFORE, UNIT, { gap: RADIUS + 2, color: 'var(--series-1)' }),
    formula(document, 'w_{ji}', { x: 85, y: 102, 'text-anchor': 'middle', fill: 'var(--series-1)' }),
    ...NEXT.flatMap((to, index) => [
      arrow(document, UNIT, to, { gap: RADIUS + 2 }),
      arrow(document, to, LOSS, { gap: RADIUS + 2 }),
      formula(document, `w_{${index + 1}j}`, { x: (UNIT[0] + to[0]) / 2, y: (UNIT[1] + to[1]) / 2 - (index === 0 ? 12 : 6), 'text-anchor': 'middle' }),
      unit(document, to, { name: `δ_${index + 1}`, radius: RADIUS, color: BACKWARD }),
    ]),
    unit(document, BEFORE, { name: 'a_i', radius: RADIUS }),
    unit(document, UNIT, { name: 'δ_j', radius: RADIUS, color: BACKWARD }),
    unit(document, LOSS, { name: 'L', radius: RADIUS, kind: 'feature' }),
    arrow(document, [258, 216], [140, 216], { color: BACKWARD, dash: '5 4' }),
    textElement(document, 'blame goes back along the same weights', { x: 199, y: 238, 'text-anchor': 'middle', fill: BACKWARD }),
    svgElement(document, 'path', { d: 'M140,134V208M258,204V208', stroke: 'var(--fc-line-strong)', fill: 'none' }),
  );
  return svg;
}
