/** |x| from two relu units, its copy with the units exchanged, and what lies halfway. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Halfway between two copies';
export const description =
  'Left: the function of x that the network and its twin both compute, a V; the network a quarter of the way computes a V half as steep, and the one halfway computes zero everywhere. ' +
  'Right: the loss along the straight line between the two. As they are it rises to 1 in the middle and falls again; after the units of the twin were exchanged back it is zero all along.';

const ANSWERS = { left: 16, top: 26, width: 250, height: 150, x: [-1.5, 1.5], y: [-0.2, 1.5] } as const;
const LOSSES = { left: 30, top: 26, width: 290, height: 150, x: [0, 1], y: [0, 1.15] } as const;

export function draw(document: Document): SVGElement[] {
  return [answers(document), losses(document)];
}

function answers(document: Document): SVGElement {
  const svg = drawing(document, 360, 205);
  const sheet = axes(document, ANSWERS, { x: 'x', xTicks: [-1, 1], yTicks: [1] });
  const beside = (y: number) => ({ x: ANSWERS.left + ANSWERS.width + 8, y: sheet.place(0, y)[1] + 4 });
  svg.append(
    sheet.element,
    sheet.curve((x) => Math.abs(x)),
    sheet.curve((x) => Math.abs(x) / 2, { stroke: 'var(--series-3)', 'stroke-dasharray': '6 3' }),
    sheet.curve(() => 0.012, { stroke: 'var(--series-2)', 'stroke-dasharray': '2 3', 'stroke-width': '3' }),
    textElement(document, 'answers', { class: 'drawing-heading', x: 0, y: 14 }),
    textElement(document, 'network, twin', { ...beside(1.42), fill: 'var(--series-1)' }),
    textElement(document, 'quarter way', { ...beside(0.75), fill: 'var(--series-3)' }),
    textElement(document, 'halfway', { ...beside(0), fill: 'var(--series-2)' }),
  );
  return svg;
}

function losses(document: Document): SVGElement {
  const svg = drawing(document, 340, 205);
  const sheet = axes(document, LOSSES, { yTicks: [1] });
  const [left, low] = sheet.place(0, 0);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(
    sheet.element,
    sheet.curve((t) => (1 - Math.abs(1 - 2 * t)) ** 2, { stroke: 'var(--series-2)', 'stroke-dasharray': '6 3' }),
    svgElement(document, 'path', { d: `M${left} ${low - 1.5}h${LOSSES.width}`, stroke: 'var(--series-1)', 'stroke-width': '3', fill: 'none' }),
    textElement(document, 'loss on the line', { class: 'drawing-heading', x: 0, y: 14 }),
    textElement(document, 'as they are', { x: sheet.place(0.56, 0)[0], y: sheet.place(0, 1)[1] + 4, fill: 'var(--series-2)' }),
    textElement(document, 'units matched', { x: sheet.place(0.5, 0)[0], y: low - 9, 'text-anchor': 'middle', fill: 'var(--series-1)' }),
    textElement(document, 'network', { x: left, y: low + 18, ...quiet }),
    textElement(document, 'twin', { x: left + LOSSES.width, y: low + 18, 'text-anchor': 'end', ...quiet }),
  );
  return svg;
}
