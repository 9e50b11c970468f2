/** A chain of single units: numbers go forwards by the weights, blame comes back by weights times slopes. */
import { drawing, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';
import { unit, UNIT_RADIUS } from '../parts/unit.ts';

export const title = 'A chain of single units';
export const description =
  'A feature, three hidden units and an output unit in a row. Arrows above lead forwards, each with its weight. Arrows below lead back from the output to the first hidden unit: ' +
  'each is marked with a factor, the weight times the slope of the unit that is reached. Three such factors stand between the output and the first unit.';

const SIZE = { width: 412, height: 184 };
const Y = 84;
const FORWARD = 'var(--series-1)';
const BACK = 'var(--series-2)';

export function draw(document: Document): SVGElement {
  const places = Array.from({ length: 5 }, (_, index): Point => [26 + index * 88, Y]);
  const gap = UNIT_RADIUS + 3;
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, 'Numbers go forwards …', { x: 0, y: 14, fill: FORWARD, class: 'drawing-heading' }),
    ...places.slice(1).flatMap((to, index) => {
      const from = places[index] ?? to;
      return [
        arrow(document, from, to, { gap, color: FORWARD }),
        formula(document, `w^{(${index + 1})}`, { x: (from[0] + to[0]) / 2, y: Y - 10, 'text-anchor': 'middle', fill: FORWARD }),
      ];
    }),
    ...places.slice(1, 4).flatMap((to, index) => {
      const from = places[index + 2] ?? to;
      return [
        arrow(document, [from[0], Y + UNIT_RADIUS], [to[0], Y + UNIT_RADIUS], { gap: 6, bend: 22, color: BACK, dash: '5 3' }),
        formula(document, `w^{(${index + 2})} φ′`, { x: (from[0] + to[0]) / 2, y: Y + 66, 'text-anchor': 'middle', fill: BACK }),
      ];
    }),
    ...places.map((place, index) => unit(document, place, index === 0 ? { name: 'x', kind: 'feature' } : { name: index === 4 ? '' : `a^{(${index})}` })),
    textElement(document, '… and blame comes back, times a factor for each layer', { x: 0, y: 178, fill: BACK, class: 'drawing-heading' }),
  );
  return svg;
}
