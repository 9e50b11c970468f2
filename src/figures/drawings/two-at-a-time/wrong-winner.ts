/** How often the mean of so many differences names the wrong winner, for effects of several sizes; each mark upwards is ten times as often. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { normalBelow } from '../../../statistics/normal.ts';

export const title = 'The wrong winner';
export const description =
  'Four curves fall from left to right, against the number of seeds from 1 to 40: how often the mean of the differences has the wrong sign, on a logarithmic scale. For an effect of a quarter of a standard deviation ' +
  'the curve begins at 40 % and is still above 5 % at 40 seeds. For a half it begins at 31 % and comes to 1 % at 22 seeds. For one it begins at 16 % and comes to 1 % between 5 and 6 seeds. For two it begins at 2 % and is below 1 % at 2.';

/** Upwards: powers of ten, the lowest 0.01 %. */
const LOWEST = -4;
const FRAME = { left: 52, top: 34, width: 336, height: 190, x: [0, 40], y: [0, -LOWEST] } as const;
const SIZES = [
  { size: 0.25, name: '¼', dash: '', label: 20 },
  { size: 0.5, name: '½', dash: '6 3', label: 20 },
  { size: 1, name: '1', dash: '2 3', label: 9 },
  { size: 2, name: '2', dash: '8 3 2 3', label: 2.6 },
] as const;
const MARKS = ['0.01 %', '0.1 %', '1 %', '10 %'];

export function draw(document: Document): SVGElement {
  const sheet = axes(document, FRAME, { x: '"seeds"', xTicks: [1, 10, 20, 30, 40] });
  const svg = drawing(document, 416, 258);
  svg.append(
    textElement(document, 'share of experiments that name the wrong winner', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...MARKS.flatMap((name, power) => {
      const [x, y] = sheet.place(0, power);
      const [right] = sheet.place(40, power);
      return [
        textElement(document, name, { x: x - 6, y: y + 4, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
        ...(power > 0 ? [svgElement(document, 'path', { d: `M${at(x, y)}H${right}`, stroke: 'var(--fc-line)', 'stroke-width': '1' })] : []),
      ];
    }),
    ...SIZES.flatMap(({ size, name, dash, label }, index) => {
      const height = (seeds: number) => Math.log10(normalBelow(-Math.sqrt(seeds) * size)) - LOWEST;
      const [x, y] = sheet.place(label, height(label));
      const color = `var(--series-${index + 1})`;
      return [
        sheet.curve(height, { from: 1, stroke: color, ...(dash && { 'stroke-dasharray': dash }) }),
        textElement(document, name, { x: x + 6, y: y - 6, fill: color, 'font-weight': '600' }),
      ];
    }),
  );
  return svg;
}
