/**
 * Training and test loss over the updates, and what early stopping does: the expected losses of a linear network under gradient descent, in closed form, by the formulas of the
 * chapter: in direction k the weight has come to a share of 1 − (1 − 2ηs)^t.
 */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Stop, and go back';
export const description =
  'Two curves over the number of updates. The training loss falls all the way. The loss on other examples falls, reaches its lowest point, marked “best”, and rises again. ' +
  'A stretch behind the best point is marked “patience”; at its end is a point marked “stop”, and an arrow leads from there back to the best point.';

const FRAME = { left: 14, top: 26, width: 360, height: 186, x: [0.4, 3.4], y: [0, 2.4] } as const;
const RATE = 0.05;
const [NOISE, EXAMPLES] = [1, 24];
/** Mean squares of the features along 20 directions, and what the true weight adds to the loss along each. */
const DIRECTIONS = Array.from({ length: 20 }, (_, k) => 2 * 0.82 ** k);
const signal = (s: number) => 0.15 * s ** 1.2;
/** Powers of ten of updates. */
const PATIENCE = 0.7;

export function draw(document: Document): SVGElement[] {
  const sheet = axes(document, FRAME);
  const best = lowest(test);
  const at = (power: number): Point => sheet.place(power, test(power));
  const stop = best + PATIENCE;
  const svg = drawing(document, 400, 244);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const [[bestX, bestY], [stopX, stopY]] = [at(best), at(stop)];
  svg.append(
    sheet.element,
    sheet.curve(train, { stroke: 'var(--series-1)', 'stroke-dasharray': '6 3' }),
    sheet.curve(test, { stroke: 'var(--series-2)' }),
    textElement(document, 'other examples', { x: 374, y: at(3.2)[1] - 9, 'text-anchor': 'end', fill: 'var(--series-2)' }),
    textElement(document, 'training', { x: sheet.place(2.95, 0)[0], y: sheet.place(0, train(2.95))[1] - 8, fill: 'var(--series-1)' }),
    svgElement(document, 'path', { d: `M${bestX} ${bestY + 18}H${stopX}m0 -4v8M${bestX} ${bestY + 14}v8`, stroke: 'currentColor', fill: 'none' }),
    textElement(document, 'patience', { x: (bestX + stopX) / 2, y: bestY + 34, 'text-anchor': 'middle' }),
    arrow(document, [stopX, stopY], [bestX, bestY], { bend: -40, gap: 9 }),
    ...[
      { x: bestX, y: bestY, fill: 'var(--series-2)' },
      { x: stopX, y: stopY, fill: 'var(--fc-paper)' },
    ].map(({ x, y, fill }) => svgElement(document, 'circle', { cx: x, cy: y, r: 4.5, fill, stroke: 'var(--series-2)', 'stroke-width': '2' })),
    textElement(document, 'best', { x: bestX - 9, y: bestY + 19, 'text-anchor': 'end' }),
    textElement(document, 'stop', { x: stopX + 9, y: stopY + 16 }),
    textElement(document, 'updates (logarithmic)', { x: 374, y: 234, 'text-anchor': 'end', ...quiet }),
    textElement(document, 'loss', { x: 18, y: 18, ...quiet }),
  );
  return [svg];
}

function share(power: number, s: number): number {
  return 1 - (1 - 2 * RATE * s) ** (10 ** power);
}

function test(power: number): number {
  return NOISE + sum((s) => (1 - share(power, s)) ** 2 * signal(s) + (share(power, s) ** 2 * NOISE) / EXAMPLES);
}

function train(power: number): number {
  return NOISE * (1 - DIRECTIONS.length / EXAMPLES) + sum((s) => (1 - share(power, s)) ** 2 * (signal(s) + NOISE / EXAMPLES));
}

function sum(term: (s: number) => number): number {
  return DIRECTIONS.reduce((total, s) => total + term(s), 0);
}

function lowest(curve: (power: number) => number): number {
  const powers = Array.from({ length: 301 }, (_, index) => index / 100);
  return powers.reduce((best, power) => (curve(power) < curve(best) ? power : best));
}
