/** A running mean that starts at zero, of numbers that are all 1, and what that makes of a step that is divided by its root. */
import { drawing, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'A mean that starts at zero';
export const description =
  'Left: running means of a square that is always 1. They start at 0 and rise to 1, within some tens of updates with β₂ = 0.9 and within some thousands with 0.999; corrected, they are 1 from the first update on. ' +
  'Right: the factor by which a step that is divided by the root of the mean is too long. Without the correction it begins at 3.2 with β₂ = 0.9 and at 31.6 with 0.999 and falls to 1.';

const FAST = { beta: 0.9, color: 'var(--series-1)', name: 'β_2" = 0.9"' };
const SLOW = { beta: 0.999, color: 'var(--series-2)', name: 'β_2" = 0.999"' };
const CORRECTED = { stroke: 'var(--fc-text-quiet)', 'stroke-dasharray': '2 3' };
/** Powers of ten: updates from 1 to 10,000. */
const UPDATES = [0, 4] as const;

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'The mean of squares', [0, 1.2], (s) => s, [1]),
    panel(document, 'The step is too long by', [0, 33], (s) => 1 / Math.sqrt(s), [10, 20, 30]),
  ];
}

function panel(document: Document, heading: string, y: readonly [number, number], shown: (mean: number) => number, yTicks: number[]): SVGElement {
  const sheet = axes(document, { left: 30, top: 30, width: 240, height: 150, x: UPDATES, y }, { yTicks });
  const svg = drawing(document, 304, 230);
  const mean = (beta: number) => (power: number) => shown(1 - beta ** (10 ** power));
  const rises = shown(0.25) < shown(1);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...[0, 1, 2, 3, 4].map((power) =>
      textElement(document, (10 ** power).toLocaleString('en'), { x: sheet.place(power, 0)[0], y: 197, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    ),
    textElement(document, 'updates', { x: 270, y: 218, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    sheet.curve(() => 1, CORRECTED),
    sheet.curve(mean(FAST.beta), { stroke: FAST.color }),
    sheet.curve(mean(SLOW.beta), { stroke: SLOW.color, 'stroke-dasharray': '6 3' }),
    formula(document, FAST.name, { x: sheet.place(rises ? 0.95 : 0.1, 0)[0], y: sheet.place(0, rises ? 0.42 : 5.2)[1], fill: FAST.color }),
    formula(document, SLOW.name, { x: sheet.place(rises ? 2.7 : 1.05, 0)[0], y: sheet.place(0, rises ? 0.25 : 14)[1], fill: SLOW.color }),
    textElement(document, 'corrected: 1', { x: sheet.place(4, 0)[0], y: sheet.place(0, 1)[1] - 7, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
