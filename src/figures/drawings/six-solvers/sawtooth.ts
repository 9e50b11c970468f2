/** A weight that nothing but a penalty pulls at, under a solver whose steps shrink and under one whose steps do not. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'A weight that cannot come to rest';
export const description =
  'Left, SGD: a weight that an L1 penalty pulls at goes straight down to 0 in many small steps and stays there. Right, RMSprop: from the same start the weight is below zero after one step, above it after the next, ' +
  'and goes on jumping between the two for good; each jump is as high as the rate.';

const RATE = 0.1;
const START = 0.063;
const UPDATES = 24;
const RANGE = [-0.1, 0.1] as const;

export function draw(document: Document): SVGElement[] {
  // So that the left panel ends at rest, its penalty is stronger than that of the chapter.
  return [panel(document, 'SGD', 0.0045), panel(document, 'RMSprop', RATE)];
}

/** `step`: length of every step, against the sign of the weight. */
function panel(document: Document, heading: string, step: number): SVGElement {
  const svg = drawing(document, 304, 210);
  const sheet = axes(document, { left: 42, top: 30, width: 240, height: 140, x: [0, UPDATES], y: RANGE }, { yTicks: [-0.1, 0.1] });
  const path = [START];
  while (path.length <= UPDATES) {
    const w = path.at(-1)!;
    path.push(w - step * Math.sign(w));
  }
  const points = path.map((w, update) => sheet.place(update, w));
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    svgElement(document, 'polyline', {
      points: points.map((point) => point.map((value) => value.toFixed(1)).join(',')).join(' '),
      fill: 'none',
      stroke: 'var(--series-1)',
      'stroke-width': '1.5',
    }),
    ...points.map(([cx, cy]) => svgElement(document, 'circle', { cx, cy, r: 2.5, fill: 'var(--series-1)' })),
    textElement(document, 'weight', { x: 48, y: 26, fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'updates', { x: 282, y: 196, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
