/** Where one more run may fall among ten: eleven gaps, equally likely. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'One more run';
export const description =
  'Ten dots on a line, unevenly spaced, are our runs. They leave eleven gaps, numbered from 1 to 11: one to the left of all dots, nine between two, one to the right of all. ' +
  'An arrow with a question mark points to the line: the reported run may fall into any gap. The two outer gaps are marked as outside.';

const SIZE = { width: 400, height: 150 };
const LINE = 92;
/** Of the ten dots, px; only their order matters. */
const RUNS = [58, 92, 112, 150, 163, 196, 232, 250, 300, 342];
const EDGES = [14, ...RUNS, 386];

export function draw(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  const band = (from: number, to: number, fill: string) =>
    svgElement(document, 'rect', { x: from, y: LINE - 16, width: to - from, height: 32, fill, 'fill-opacity': '0.18' });
  const text = (words: string, x: number, y: number, attributes: Record<string, string> = {}) =>
    textElement(document, words, { x, y, 'text-anchor': 'middle', ...attributes });
  svg.append(
    band(EDGES[0]!, RUNS[0]!, 'var(--series-2)'),
    band(RUNS[0]!, RUNS.at(-1)!, 'var(--series-1)'),
    band(RUNS.at(-1)!, EDGES.at(-1)!, 'var(--series-2)'),
    svgElement(document, 'line', { x1: EDGES[0]!, x2: EDGES.at(-1)!, y1: LINE, y2: LINE, stroke: 'currentColor' }),
    ...RUNS.map((x) => svgElement(document, 'circle', { cx: x, cy: LINE, r: 4.5, fill: 'var(--series-1)' })),
    ...EDGES.slice(1).map((right, gap) => text(String(gap + 1), (EDGES[gap]! + right) / 2, LINE + 32, { 'font-size': '11', fill: 'var(--fc-text-quiet)' })),
    text('the reported run?', 200, 18),
    arrow(document, [200, 26], [200, LINE - 22]),
    text('outside', 36, LINE - 24),
    text('outside', 364, LINE - 24),
    text('inside', 120, LINE - 24),
    text('eleven gaps, equally likely', 200, LINE + 52, { fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
