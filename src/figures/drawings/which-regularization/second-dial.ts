/** Two dials for one thing: what a linear network loses to error over the strength of L2, trained to the end, and stopped at the best moment for no L2. */
import { drawing, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'The second dial';
export const description =
  'Expected excess loss of a linear network with six features, over the strength of L2 on a logarithmic axis. Trained to the end, the curve starts high at the left, where there is no L2, sinks to a valley, and rises. ' +
  'Stopped after 14 updates it starts low, runs level for most of the way, and rises where the other does. Its lowest point is barely lower than its left end.';

const FRAME = { left: 34, top: 30, width: 330, height: 170, x: [0, 3.6], y: [0.55, 1.3] } as const;
/** Mean squares of the features, the best weights, and the noise: those of the code in the chapter. */
const SQUARES = [4, 2, 1, 0.5, 0.25, 0.1];
const BEST = [2, 1.5, 1, 0.5, 0.2, 0.1];
const NOISE = 0.2;
const RATE = 0.05;
const UPDATES = 14;

export function draw(document: Document): SVGElement {
  const sheet = axes(document, FRAME, { yTicks: [0.6, 0.8, 1, 1.2] });
  const svg = drawing(document, 384, 250);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const stopped = 'var(--series-2)';
  svg.append(
    textElement(document, 'Excess loss', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve((place) => excess(strengthAt(place), Infinity)),
    sheet.curve((place) => excess(strengthAt(place), UPDATES), { stroke: stopped, 'stroke-dasharray': '7 3' }),
    textElement(document, 'to the end', { x: sheet.place(1.75, 0)[0], y: sheet.place(0, 1.05)[1], fill: 'var(--series-1)' }),
    textElement(document, 'stopped', { x: sheet.place(0.6, 0)[0], y: sheet.place(0, 0.61)[1], fill: stopped }),
    ...['0.001', '0.01', '0.1', '1'].map((text, index) =>
      textElement(document, text, { x: sheet.place(index, 0)[0], y: 217, 'text-anchor': index === 0 ? 'start' : 'middle', ...quiet }),
    ),
    textElement(document, 'strength of L2', { x: 364, y: 237, 'text-anchor': 'end', ...quiet }),
  );
  return svg;
}

/** The axis is logarithmic and begins at 0.001. */
function strengthAt(place: number): number {
  return 10 ** (place - 3);
}

function excess(strength: number, updates: number): number {
  return SQUARES.reduce((sum, square, direction) => {
    const steep = square + strength;
    const factor = (square / steep) * (1 - (1 - 2 * RATE * steep) ** updates);
    return sum + square * (1 - factor) ** 2 * BEST[direction]! ** 2 + NOISE * factor ** 2;
  }, 0);
}
