/** One push under momentum 0.8: it goes on in all later updates, each time shorter; together they are 1/(1 − μ) pushes. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formula } from '../parts/formula.ts';

export const title = 'One gradient, and its echoes';
export const description =
  'Left: a single push at update 0 with momentum 0.8. It moves the weight by one unit at once, by 0.8 in the next update, by 0.64 in the one after, and so on; all bars together are 5 units long. ' +
  'Right: the same push in every update. The step grows from 1 towards 5.';

const MOMENTUM = 0.8;
const COUNT = 16;
const UNIT = 26;

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'One push', (update) => MOMENTUM ** update, 'var(--series-1)', '"in all" 1 + μ + μ^2 + … = 1/(1 − μ) = 5'),
    panel(document, 'A push in every update', (update) => (1 - MOMENTUM ** (update + 1)) / (1 - MOMENTUM), 'var(--series-2)', '"towards" 1/(1 − μ) = 5'),
  ];
}

function panel(document: Document, heading: string, height: (update: number) => number, color: string, sum: string): SVGElement {
  const svg = drawing(document, 300, 210);
  const bottom = 176;
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }));
  for (const level of [1, 5]) {
    const y = bottom - level * UNIT;
    svg.append(
      svgElement(document, 'path', { d: `M18 ${y}H296`, stroke: 'var(--fc-line)', fill: 'none', 'stroke-dasharray': '3 3' }),
      textElement(document, String(level), { x: 12, y: y + 4, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    );
  }
  for (let update = 0; update < COUNT; update++) {
    const size = height(update) * UNIT;
    svg.append(svgElement(document, 'rect', { x: 20 + update * 17.2, y: bottom - size, width: 11, height: size, fill: color }));
  }
  svg.append(
    svgElement(document, 'path', { d: `M18 ${bottom}H296`, stroke: 'var(--fc-line-strong)', fill: 'none' }),
    formula(document, sum, { x: 18, y: 200, fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
