/** Two points and noise on x: what a line and a tanh unit make of them. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'A line and a tanh unit in the same noise';
export const description =
  'Two panels with the points (−1, −1) and (1, 1). Left, the best lines through zero for noise of 0.5, 1 and 1.5 are flatter and flatter, with slopes of 0.8, 0.5 and 0.31. ' +
  'Right, the best functions of all, tanh(x/s²): for 0.5 nearly a step between the points, for 1 a curve that comes near them, for 1.5 a flat one.';

const FRAME = { left: 12, top: 34, width: 250, height: 190, x: [-2.4, 2.4], y: [-1.35, 1.35] } as const;
const NOISE = [0.5, 1, 1.5] as const;
const DASHES = [undefined, '7 3', '2 3'] as const;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'a line', (x, s) => x / (1 + s * s)), panel(document, 'a tanh unit', (x, s) => Math.tanh(x / (s * s)))];
}

function panel(document: Document, heading: string, f: (x: number, s: number) => number): SVGElement {
  const sheet = axes(document, FRAME, { x: 'x', y: 'y', xTicks: [-1, 1] });
  const svg = drawing(document, 300, 250);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...NOISE.map((s, index) => sheet.curve((x) => f(x, s), { stroke: `var(--series-${index + 1})`, 'stroke-dasharray': DASHES[index] })),
    // The key stands where no curve goes.
    ...NOISE.flatMap((s, index) => {
      const [x, y] = sheet.place(0.5, -0.55 - 0.28 * index);
      const look = { stroke: `var(--series-${index + 1})`, 'stroke-width': '2', 'stroke-dasharray': DASHES[index] };
      return [
        svgElement(document, 'path', { d: `M${at(x, y - 4)}h26`, fill: 'none', ...look }),
        textElement(document, `noise ${s}`, { x: x + 34, y, fill: `var(--series-${index + 1})` }),
      ];
    }),
    ...[-1, 1].map((end) => {
      const [cx, cy] = sheet.place(end, end);
      return svgElement(document, 'circle', { cx, cy, r: 4.5, fill: 'var(--fc-paper)', stroke: 'currentColor', 'stroke-width': '1.6' });
    }),
  );
  return svg;
}
