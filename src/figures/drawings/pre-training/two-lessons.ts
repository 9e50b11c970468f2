/** First without labels, then with few: the layer that learned to describe pictures is taken over. */
import { drawing, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { column, unit } from '../parts/unit.ts';

export const title = 'Two lessons, one layer';
export const description =
  'Two networks side by side. Left, many pictures without labels: four features, a hidden layer of two units, four outputs that are to be the features again. ' +
  'Right, few pictures with labels: the same features and the same two hidden units, drawn in the same colour, and behind them three new outputs, the classes.';

const COLOR = 'var(--series-1)';
const NEW = 'var(--series-2)';
const MIDDLE = 112;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 412, 214);
  svg.append(
    ...network(document, 18, 4, 'feature', 'currentColor'),
    ...network(document, 242, 3, 'unit', NEW),
    ...caption(document, 98, ['1. many pictures, no labels:', 'give back what you were given'], 'same again'),
    ...caption(document, 322, ['2. few pictures, with labels:', 'start from what was learned'], 'classes'),
  );
  return svg;
}

function network(document: Document, left: number, outputs: number, kind: 'unit' | 'feature', color: string): SVGElement[] {
  const at = (x: number, count: number, gap: number): Point[] => column(count, MIDDLE, gap).map((y) => [left + x, y]);
  const [features, hidden, last] = [at(0, 4, 34), at(80, 2, 50), at(150, outputs, 34)];
  const lines = (from: Point[], to: Point[], stroke: string) =>
    from.flatMap((a) => to.map((b) => arrow(document, a, b, { gap: [11, 12], color: stroke, width: 1 })));
  return [
    ...lines(features, hidden, COLOR),
    ...lines(hidden, last, color === NEW ? NEW : 'var(--fc-text-quiet)'),
    ...features.map((place) => unit(document, place, { kind: 'feature', radius: 10 })),
    ...hidden.map((place) => unit(document, place, { radius: 11, color: COLOR })),
    ...last.map((place) => unit(document, place, { kind, radius: 10, color })),
  ];
}

function caption(document: Document, x: number, lines: readonly string[], below: string): SVGElement[] {
  return [
    ...lines.map((line, index) => textElement(document, line, { x, y: 14 + 17 * index, 'text-anchor': 'middle' })),
    textElement(document, below, { x: x + 70, y: 208, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'pixels', { x: x - 80, y: 208, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'code', { x, y: 208, 'text-anchor': 'middle', fill: COLOR }),
  ];
}
