/** One network, three moments: two updates with different masks, and afterwards with all units at work. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { column, unit } from '../parts/unit.ts';

export const title = 'A different team at every update';
export const description =
  'Three drawings of a network with two features, six hidden units and one output. In the first and the second, three of the six units are crossed out and their connections are gone, not the same three; the others are marked “times 2”. ' +
  'In the third, after training, all six are there and nothing is multiplied.';

const SIZE = { width: 230, height: 268 };
const HIDDEN = 6;
const RADIUS = 14;

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'one update', [true, false, true, true, false, false]),
    panel(document, 'the next update', [false, true, true, false, false, true]),
    panel(
      document,
      'after training',
      Array.from({ length: HIDDEN }, () => true),
    ),
  ];
}

function panel(document: Document, heading: string, kept: readonly boolean[]): SVGElement {
  const features = column(2, 146, 70).map((y): Point => [24, y]);
  const hidden = column(HIDDEN, 146, 39).map((y): Point => [112, y]);
  const output: Point = [204, 146];
  const training = kept.includes(false);
  const joined = hidden.filter((_, index) => kept[index]);
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...joined.flatMap((place) => [
      ...features.map((from) => arrow(document, from, place, { gap: RADIUS + 2 })),
      arrow(document, place, output, { gap: RADIUS + 2, color: training ? 'var(--series-1)' : undefined, width: training ? 2.2 : 1.3 }),
    ]),
    ...features.map((place, index) => unit(document, place, { kind: 'feature', radius: RADIUS, name: `x_${index + 1}` })),
    ...hidden.map((place, index) => (kept[index] ? unit(document, place, { radius: RADIUS, name: training ? '× 2' : undefined }) : dropped(document, place))),
    unit(document, output, { radius: RADIUS }),
  );
  return svg;
}

function dropped(document: Document, [x, y]: Point): SVGElement {
  const reach = 6;
  return svgElement(
    document,
    'g',
    {},
    svgElement(document, 'circle', { cx: x, cy: y, r: RADIUS, fill: 'none', stroke: 'var(--fc-line-strong)', 'stroke-width': '1', 'stroke-dasharray': '3 3' }),
    svgElement(document, 'path', {
      d: `M${at(x - reach, y - reach)}L${at(x + reach, y + reach)}M${at(x + reach, y - reach)}L${at(x - reach, y + reach)}`,
      stroke: 'var(--series-2)',
      'stroke-width': '2',
    }),
  );
}
