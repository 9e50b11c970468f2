/** Sums of numbers of one size: with random signs they stay near the root of how many there are, with like signs they grow with it. */
import { drawing, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Two sums, and what has to be small';
export const description =
  'Left: a sum of numbers of size 1 against how many there are, from 0 to 64. With like signs it is a straight line up to 64. With random signs it is a path that wanders between plus and minus the root, about 8 at the end. ' +
  'Right: factors on Adam’s learning rate against how many times as wide as its base a network is, from 1 to 16. For the first layer the factor stays 1. For hidden and output weights it falls as one over the width, to a sixteenth.';

const [RANDOM, LIKE] = ['var(--series-1)', 'var(--series-2)'];
const TERMS = 64;

export function draw(document: Document): SVGElement[] {
  return [sums(document), factors(document)];
}

function sums(document: Document): SVGElement {
  const sheet = axes(document, { left: 34, top: 34, width: 250, height: 150, x: [0, TERMS], y: [-12, TERMS] }, { yTicks: [8, TERMS] });
  const path = wander();
  const quiet = { stroke: 'var(--fc-line-strong)', 'stroke-dasharray': '3 3', 'stroke-width': '1' };
  const svg = drawing(document, 300, 214);
  svg.append(
    textElement(document, 'Sums of so many terms of size 1', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve((n) => Math.sqrt(n), quiet),
    sheet.curve((n) => -Math.sqrt(n), quiet),
    sheet.curve((n) => n, { stroke: LIKE }),
    sheet.curve((n) => path[Math.floor(n)]!, { stroke: RANDOM }),
    textElement(document, '64 terms', { x: sheet.place(TERMS, 0)[0], y: 196, 'text-anchor': 'end' }),
    textElement(document, 'updates: like signs', { x: sheet.place(38, 0)[0], y: sheet.place(0, 52)[1], 'text-anchor': 'end', fill: LIKE }),
    textElement(document, 'start: random signs', { x: sheet.place(63, 0)[0], y: sheet.place(0, 14)[1], 'text-anchor': 'end', fill: RANDOM }),
  );
  return svg;
}

/** Partial sums of signs that look like a coin’s: those of sin(1.3 k²), which never repeat. */
function wander(): number[] {
  const path = [0];
  for (let k = 1; k <= TERMS; k++) path.push(path[k - 1]! + (Math.sin(1.3 * k * k) > 0 ? 1 : -1));
  return path;
}

function factors(document: Document): SVGElement {
  const sheet = axes(document, { left: 34, top: 34, width: 250, height: 150, x: [1, 16], y: [0, 1.1] }, { xTicks: [1, 4, 16], yTicks: [1] });
  const svg = drawing(document, 300, 214);
  svg.append(
    textElement(document, 'Factors on Adam’s rate', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(() => 1, { stroke: RANDOM }),
    sheet.curve((r) => 1 / r, { stroke: LIKE }),
    textElement(document, 'first layer, biases', { x: sheet.place(15.6, 0)[0], y: sheet.place(0, 0.88)[1], 'text-anchor': 'end', fill: RANDOM }),
    textElement(document, 'hidden and output weights', { x: sheet.place(15.6, 0)[0], y: sheet.place(0, 0.28)[1], 'text-anchor': 'end', fill: LIKE }),
    textElement(document, 'times as wide as the base', { x: sheet.place(8.5, 0)[0], y: 212, 'text-anchor': 'middle' }),
  );
  return svg;
}
