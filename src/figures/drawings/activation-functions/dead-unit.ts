/** A relu unit before and after a step that is too large: where the examples lie on its curve. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'How a unit dies';
export const description =
  'Left: seven examples lie on the curve of a relu unit, four of them where it rises, three where it is flat. ' +
  'Right: after one large step all seven lie on the flat part; the slope is zero for every one of them, so nothing moves the unit any more.';

const BEFORE = [-2.1, -1.3, -0.4, 0.5, 1.2, 1.8, 2.6];
const STEP = 3.2;

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'Alive: four of seven examples move it', BEFORE),
    panel(
      document,
      'Dead: the slope is 0 for all of them',
      BEFORE.map((z) => z - STEP),
    ),
  ];
}

const SIZE = { width: 330, height: 196 };
const FRAME = { left: 8, top: 32, width: 310, height: 136, x: [-5.5, 3.5], y: [-0.4, 3] } as const;
const ON = 'var(--series-1)';
const OFF = 'var(--series-2)';

function panel(document: Document, heading: string, examples: readonly number[]): SVGElement {
  const sheet = axes(document, FRAME, { x: 'z', xTicks: [0] });
  const relu = (z: number) => Math.max(0, z);
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(relu, { stroke: 'var(--fc-text-quiet)' }),
    ...examples.map((z) => {
      const [cx, cy] = sheet.place(z, relu(z));
      return z > 0
        ? svgElement(document, 'circle', { cx, cy, r: 5, fill: ON })
        : svgElement(document, 'circle', { cx, cy, r: 4.5, fill: 'var(--fc-paper)', stroke: OFF, 'stroke-width': '2' });
    }),
  );
  return svg;
}
