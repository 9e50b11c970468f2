/** A chain of relu units: with each weight between two of them, half of the chains are cut. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Halves of halves';
export const description =
  'Three bars below each other stand for all chains of single relu units. In the first, for one layer, all are alive. In the second, for two layers, the left half is alive and the right half, where w(2) is negative, is dead. ' +
  'In the third, for three layers, a quarter is alive; another quarter is dead because w(3) is negative, and the half from before stays dead.';

const SIZE = { width: 400, height: 176 };
const LEFT = 74;
const WIDTH = 320;
const ROW = { top: 22, height: 34, gap: 50 };

export function draw(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, 'of all chains, alive before the first update:', { x: LEFT, y: 12, fill: 'var(--fc-text-quiet)' }));
  ['1 layer', '2 layers', '3 layers'].forEach((name, layer) => svg.append(...row(document, name, layer)));
  return svg;
}

/** `cuts`: how many weights lie between units. */
function row(document: Document, name: string, cuts: number): SVGElement[] {
  const y = ROW.top + cuts * ROW.gap;
  const alive = WIDTH / 2 ** cuts;
  const dead = Array.from({ length: cuts }, (_, cut) => ({ from: WIDTH / 2 ** (cut + 1), width: WIDTH / 2 ** (cut + 1), weight: cut + 2 }));
  const middle = y + ROW.height / 2 + 4.5;
  const bar = (x: number, width: number, attributes: Record<string, string>) =>
    svgElement(document, 'rect', { x: LEFT + x, y, width, height: ROW.height, stroke: 'var(--fc-paper)', 'stroke-width': '1.5', ...attributes });
  return [
    textElement(document, name, { x: LEFT - 10, y: middle, 'text-anchor': 'end' }),
    bar(0, alive, { fill: 'var(--series-1)', 'fill-opacity': '0.3' }),
    textElement(document, ['all', 'half', 'a quarter'][cuts]!, { x: LEFT + alive / 2, y: middle, 'text-anchor': 'middle' }),
    ...dead.flatMap(({ from, width, weight }) => [
      bar(from, width, { fill: 'currentColor', 'fill-opacity': '0.08' }),
      formula(document, `w^{(${weight})} < 0`, { x: LEFT + from + width / 2, y: middle, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    ]),
  ];
}
