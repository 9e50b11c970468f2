/** A relu unit and its output weight: what is taken from the one is given to the other, and the answer stays. */
import { drawing, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';
import { unit } from '../parts/unit.ts';

export const title = 'The scale moves on';
export const description =
  'Two networks of two features, one hidden relu unit and one output. In the first the weights into the unit are 3 and 4, of norm 5, and its weight to the output is 1. In the second they are 0.6 and 0.8, of norm 1, its bias is a fifth as well, and its weight to the output is 5. ' +
  'Both give the same answer to every example.';

const FEATURES: readonly Point[] = [
  [24, 60],
  [24, 150],
];
const HIDDEN: Point = [140, 105];
const OUTPUT: Point = [236, 105];

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'norm 5', ['3', '4', 'b', '1']), panel(document, 'norm 1', ['0.6', '0.8', 'b/5', '5'])];
}

/** `weights`: of the two features, bias, and to the output. */
function panel(document: Document, heading: string, [first, second, bias, out]: readonly [string, string, string, string]): SVGElement {
  const svg = drawing(document, 280, 190);
  const quiet = { 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' };
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...FEATURES.map((from) => arrow(document, from, HIDDEN, { gap: 19 })),
    arrow(document, HIDDEN, OUTPUT, { gap: 19 }),
    ...FEATURES.map((place, index) => unit(document, place, { name: `x_${index + 1}`, kind: 'feature', radius: 15 })),
    unit(document, HIDDEN, { color: 'var(--series-1)' }),
    unit(document, OUTPUT, { name: 'ŷ' }),
    textElement(document, first, { x: 84, y: 70, 'text-anchor': 'middle', 'font-weight': '600' }),
    textElement(document, second, { x: 84, y: 151, 'text-anchor': 'middle', 'font-weight': '600' }),
    formula(document, bias, { x: HIDDEN[0], y: HIDDEN[1] - 25, ...quiet }),
    textElement(document, out, { x: 188, y: 96, 'text-anchor': 'middle', 'font-weight': '600' }),
    textElement(document, 'relu', { x: HIDDEN[0], y: HIDDEN[1] + 34, ...quiet }),
  );
  return svg;
}
