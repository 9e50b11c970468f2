/** Two hidden units with equal weights, and the single unit that does the same as both. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';
import { column, unit, UNIT_RADIUS } from '../parts/unit.ts';

export const title = 'Two equal units are one';
export const description =
  'Left: two features feed two hidden units by the same weights, u to the first feature and w to the second; both units pass the same a to the output by the same weight v. ' +
  'Dashed arrows bring the same delta back to both. Right: a single hidden unit with weights u and w, and an outgoing weight of 2 v.';

export function draw(document: Document): SVGElement[] {
  return [network(document, 'Two copies …', 2), network(document, '… do the work of one', 1)];
}

const SIZE = { width: 340, height: 214 };
const MIDDLE = 112;
const [X_FEATURE, X_HIDDEN, X_OUTPUT] = [28, 150, 268] as const;
const U = 'var(--series-1)';
const W = 'var(--series-2)';

function network(document: Document, heading: string, count: 1 | 2): SVGElement {
  const [first, second] = column(2, MIDDLE, 96).map((y): Point => [X_FEATURE, y]) as [Point, Point];
  const hidden = column(count, MIDDLE, 96).map((y): Point => [X_HIDDEN, y]);
  const output: Point = [X_OUTPUT, MIDDLE];
  const gap = [UNIT_RADIUS + 3, UNIT_RADIUS + 2] as const;
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...hidden.flatMap((to) => [arrow(document, first, to, { gap, color: U }), arrow(document, second, to, { gap, color: W, dash: '6 3' })]),
    ...hidden.map((from) => arrow(document, from, output, { gap })),
    ...(count === 2 ? hidden.map((to, index) => arrow(document, output, to, { gap, dash: '2 3', bend: index === 0 ? -16 : 16 })) : []),
    ...weightNames(document, count),
    unit(document, first, { name: 'x_1', kind: 'feature' }),
    unit(document, second, { name: 'x_2', kind: 'feature' }),
    ...hidden.map((place) => unit(document, place, { name: 'a' })),
    unit(document, output, {}),
    svgElement(document, 'title', {}, heading),
  );
  return svg;
}

function weightNames(document: Document, count: 1 | 2): SVGElement[] {
  if (count === 1) {
    return [
      formula(document, 'u', { x: 92, y: MIDDLE - 32, fill: U }),
      formula(document, 'w', { x: 92, y: MIDDLE + 42, fill: W }),
      formula(document, '2v', { x: 202, y: MIDDLE - 8 }),
    ];
  }
  const [top, bottom] = column(2, MIDDLE, 96) as [number, number];
  return [
    formula(document, 'u', { x: 84, y: top - 8, fill: U }),
    formula(document, 'w', { x: 60, y: MIDDLE + 34, fill: W }),
    formula(document, 'u', { x: 60, y: MIDDLE - 24, fill: U }),
    formula(document, 'w', { x: 84, y: bottom + 18, fill: W }),
    formula(document, 'v', { x: 200, y: top + 44 }),
    formula(document, 'v', { x: 200, y: bottom - 36 }),
    formula(document, 'δ', { x: 226, y: top + 4 }),
    formula(document, 'δ', { x: 226, y: bottom + 6 }),
  ];
}
