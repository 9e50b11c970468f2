/** One unit with its weights, and beside it a layer of three units that read the same features. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';
import { column, unit, UNIT_RADIUS } from '../parts/unit.ts';

export const title = 'One unit, and a layer of three';
export const description =
  'Left: two features, x1 and x2, are multiplied by the weights w1 and w2; the unit adds the products and the bias b to a number z, applies phi to it, and passes on a. ' +
  'Right: three units side by side each read both features, by two weights of their own: six arrows. The unit at the top is the one on the left.';

export function draw(document: Document): SVGElement[] {
  return [oneUnit(document), layer(document)];
}

const SIZE = { width: 340, height: 216 };
const MIDDLE = 118;
const OURS = 'var(--series-1)';

function oneUnit(document: Document): SVGElement {
  const [top, bottom] = column(2, MIDDLE, 84) as [number, number];
  const features: Point[] = [
    [28, top],
    [28, bottom],
  ];
  const body = { left: 134, width: 112, height: 74 };
  const entry: Point = [body.left, MIDDLE];
  return panel(
    document,
    'One unit',
    ...features.map((from) => arrow(document, from, entry, { gap: [UNIT_RADIUS + 3, 3], color: OURS })),
    ...features.map((place, index) => unit(document, place, { name: `x_${index + 1}`, kind: 'feature' })),
    formula(document, 'w_1', { x: 84, y: top + 12, fill: OURS }),
    formula(document, 'w_2', { x: 84, y: bottom - 4, fill: OURS }),
    arrow(document, [190, 196], [190, MIDDLE + body.height / 2], { gap: [0, 3], color: OURS }),
    formula(document, 'b', { x: 190, y: 210, 'text-anchor': 'middle', fill: OURS }),
    svgElement(document, 'rect', {
      ...{ x: body.left, y: MIDDLE - body.height / 2, width: body.width, height: body.height, rx: body.height / 2 },
      ...{ fill: 'var(--fc-paper)', stroke: OURS, 'stroke-width': '1.4' },
    }),
    textElement(document, 'adds up, then bends', { x: 190, y: MIDDLE - body.height / 2 - 10, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    formula(document, 'z', { x: 164, y: MIDDLE + 5, 'text-anchor': 'middle' }),
    arrow(document, [172, MIDDLE], [208, MIDDLE]),
    formula(document, 'φ', { x: 188, y: MIDDLE - 8, 'text-anchor': 'middle' }),
    formula(document, 'a', { x: 218, y: MIDDLE + 5, 'text-anchor': 'middle' }),
    arrow(document, [body.left + body.width, MIDDLE], [290, MIDDLE]),
    formula(document, 'a = φ(z)', { x: 296, y: MIDDLE + 5 }),
  );
}

function layer(document: Document): SVGElement {
  const features = column(2, MIDDLE, 84).map((y): Point => [70, y]);
  const units = column(3, MIDDLE, 66).map((y): Point => [230, y]);
  const color = (index: number) => (index === 0 ? OURS : 'var(--fc-text-quiet)');
  return panel(
    document,
    'A layer: units that read the same features',
    ...units.flatMap((to, index) => features.map((from) => arrow(document, from, to, { gap: [UNIT_RADIUS + 3, UNIT_RADIUS + 2], color: color(index) }))),
    ...features.map((place, index) => unit(document, place, { name: `x_${index + 1}`, kind: 'feature' })),
    ...units.flatMap(([x, y], index) => [
      arrow(document, [x, y], [x + 66, y], { gap: [UNIT_RADIUS, 0], color: color(index) }),
      unit(document, [x, y], { name: `a_${index + 1}`, color: index === 0 ? OURS : 'currentColor' }),
    ]),
  );
}

function panel(document: Document, heading: string, ...children: SVGElement[]): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }), ...children);
  return svg;
}
