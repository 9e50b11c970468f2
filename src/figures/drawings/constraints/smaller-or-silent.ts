/** Two ways in which a relu unit can pay less for its outputs: be smaller for all examples, or silent for most of them. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Smaller, or silent';
export const description =
  'Three charts of the output of a relu unit over its sum, with eight examples on it. First, all eight sums are positive and the outputs add up to 18. Second, the weights are a quarter as large: all outputs are still positive, and add up to 4.5. ' +
  'Third, the bias is lower: four outputs are zero and four are not, and they add up to 4.5 as well.';

const FRAME = { left: 8, top: 30, width: 190, height: 130, x: [-2.4, 4.4], y: [-0.3, 4.4] } as const;
const SUMS = Array.from({ length: 8 }, (_, index) => (index + 1) / 2);

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'before', SUMS),
    panel(
      document,
      'smaller: weights / 4',
      SUMS.map((z) => z / 4),
    ),
    panel(
      document,
      'silent: bias − 2.125',
      SUMS.map((z) => z - 2.125),
    ),
  ];
}

function panel(document: Document, heading: string, sums: readonly number[]): SVGElement {
  const sheet = axes(document, FRAME, { x: 'z', y: '"relu"(z)' });
  const svg = drawing(document, 206, 190);
  const total = sums.reduce((sum, z) => sum + Math.max(z, 0), 0);
  const active = sums.filter((z) => z > 0).length;
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve((z) => Math.max(z, 0), { stroke: 'var(--fc-line-strong)' }),
    ...sums.map((z) => {
      const [cx, cy] = sheet.place(z, Math.max(z, 0));
      return svgElement(document, 'circle', {
        cx,
        cy,
        r: 4,
        fill: z > 0 ? 'var(--series-1)' : 'var(--fc-paper)',
        stroke: 'var(--series-1)',
        'stroke-width': '1.5',
      });
    }),
    textElement(document, `${active} of 8 active, sum ${total}`, { x: 103, y: 184, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
