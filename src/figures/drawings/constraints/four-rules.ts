/** Four constraints on two weights: what is allowed, and where weights that are not are put: the closest place. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'Four constraints, and what they do to two weights';
export const description =
  'Four maps of two weights, each with the allowed places shaded and arrows from weights that are not allowed to where they are put. Max norm: a disk; weights outside are pulled straight to its edge, weights inside stay. ' +
  'Unit norm: a circle; weights inside are pushed out to it, too. Min–max norm: a ring between two circles. Non-negative: the quarter of the plane to the upper right; a negative weight becomes zero, and the other stays.';

const FRAME = { left: 4, top: 26, width: 160, height: 160, x: [-1.6, 1.6], y: [-1.6, 1.6] } as const;
const LIMIT = 1;
const LEAST = 0.5;
type Weights = readonly [number, number];
const BEFORE: readonly Weights[] = [
  [1.3, 0.75],
  [-0.8, 1.25],
  [-1.2, -0.7],
  [0.14, -0.22],
];

export function draw(document: Document): SVGElement[] {
  const disk = { fill: 'var(--series-2)', 'fill-opacity': '0.18', stroke: 'var(--series-2)', 'stroke-width': '1.6' };
  return [
    panel(
      document,
      'max norm',
      scaledTo((norm) => Math.min(norm, LIMIT)),
      (sheet) => path(document, circle(sheet, LIMIT), disk),
    ),
    panel(
      document,
      'unit norm',
      scaledTo(() => LIMIT),
      (sheet) => path(document, circle(sheet, LIMIT), { ...disk, fill: 'none', 'stroke-width': '2.6' }),
    ),
    panel(
      document,
      'min–max norm',
      scaledTo((norm) => Math.min(Math.max(norm, LEAST), LIMIT)),
      (sheet) => path(document, circle(sheet, LIMIT) + circle(sheet, LEAST), { ...disk, 'fill-rule': 'evenodd' }),
    ),
    panel(
      document,
      'non-negative',
      ([x, y]) => [Math.max(x, 0), Math.max(y, 0)],
      ({ place }) => {
        const [left, bottom] = place(0, 0);
        const [right, top] = place(1.6, 1.6);
        return path(document, `M${at(left, bottom)}V${top}H${right}V${bottom}Z`, disk);
      },
    ),
  ];
}

/** Weights of a norm as given, in the direction that they have. */
function scaledTo(wanted: (norm: number) => number): (weights: Weights) => Weights {
  return ([x, y]) => {
    const norm = Math.hypot(x, y);
    return [(x * wanted(norm)) / norm, (y * wanted(norm)) / norm];
  };
}

function panel(document: Document, heading: string, rule: (weights: Weights) => Weights, allowed: (sheet: Axes) => SVGElement): SVGElement {
  const sheet = axes(document, FRAME, { x: 'w_1', y: 'w_2' });
  const svg = drawing(document, 168, 192);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }), allowed(sheet), sheet.element);
  for (const before of BEFORE) {
    const after = rule(before);
    const [from, to] = [sheet.place(...before), sheet.place(...after)];
    const stays = Math.hypot(to[0] - from[0], to[1] - from[1]) < 1;
    if (!stays) svg.append(arrow(document, from, to, { color: 'var(--series-1)', gap: [4, 4] }), dot(document, from, 'var(--fc-paper)'));
    svg.append(dot(document, to, 'var(--series-1)'));
  }
  return svg;
}

function circle({ place }: Axes, radius: number): string {
  const points = Array.from({ length: 72 }, (_, index) => place(radius * Math.cos((index * Math.PI) / 36), radius * Math.sin((index * Math.PI) / 36)));
  return `M${points.map(([x, y]) => at(x, y)).join('L')}Z`;
}

function path(document: Document, d: string, look: Record<string, string>): SVGElement {
  return svgElement(document, 'path', { d, ...look });
}

function dot(document: Document, [cx, cy]: readonly [number, number], fill: string): SVGElement {
  return svgElement(document, 'circle', { cx, cy, r: 3.6, fill, stroke: 'var(--series-1)', 'stroke-width': '1.5' });
}
