/** The bell curve of z over random weights, and what relu leaves of it. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Half a bell curve';
export const description =
  'Left: a bell curve around zero, the values that z takes over random weights; its left half is hatched in another colour than its right half. ' +
  'Right: after relu the right half is unchanged, and the whole left half stands as a single bar at zero.';

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'z before the bend', false), panel(document, 'a = relu(z) after it', true)];
}

const SIZE = { width: 320, height: 190 };
const FRAME = { left: 18, top: 34, width: 284, height: 124, x: [-3.2, 3.2], y: [0, 0.5] } as const;
const KEPT = 'var(--series-1)';
const CUT = 'var(--series-2)';
const SAMPLES = 60;

function panel(document: Document, heading: string, bent: boolean): SVGElement {
  const sheet = axes(document, FRAME, { x: bent ? 'a' : 'z', xTicks: [-2, 0, 2] });
  const area = (from: number, to: number, fill: string) => {
    const xs = Array.from({ length: SAMPLES + 1 }, (_, index) => from + ((to - from) * index) / SAMPLES);
    const outline = xs.map((x) => at(...sheet.place(x, bell(x)))).join('L');
    return svgElement(document, 'path', { d: `M${at(...sheet.place(from, 0))}L${outline}L${at(...sheet.place(to, 0))}Z`, fill, 'fill-opacity': '0.3' });
  };
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }), area(0, 3.2, KEPT));
  svg.append(sheet.curve(bell, { from: 0, stroke: KEPT }));
  if (bent) {
    const [x, bottom] = sheet.place(0, 0);
    const [, top] = sheet.place(0, 0.48);
    svg.append(
      svgElement(document, 'path', { d: `M${at(x, bottom)}V${top}`, stroke: CUT, 'stroke-width': '5' }),
      textElement(document, 'half of all draws: 0', { x: x - 10, y: top + 12, 'text-anchor': 'end', fill: CUT }),
    );
  } else {
    svg.append(area(-3.2, 0, CUT), sheet.curve(bell, { to: 0, stroke: CUT, 'stroke-dasharray': '6 3' }));
  }
  svg.append(sheet.element);
  return svg;
}

/** The density of the standard normal distribution. */
function bell(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
