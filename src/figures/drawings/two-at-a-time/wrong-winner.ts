/** How often the mean of so many differences names the wrong winner, for effects of several sizes. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { normalBelow } from '../parts/normal.ts';

export const title = 'The wrong winner';
export const description =
  'Four curves fall from left to right, against the number of seeds from 1 to 40: how often the mean of the differences has the wrong sign. For an effect of a quarter of a standard deviation ' +
  'the curve begins at 0.40 and is still above 0.05 at 40 seeds. For a half it begins at 0.31 and is at 0.01 at 22 seeds. For one it begins at 0.16 and is below 0.01 from 6 seeds on. For two it begins at 0.02 and is next to nothing at 2.';

const FRAME = { left: 44, top: 34, width: 340, height: 190, x: [0, 40], y: [0, 0.5] } as const;
const SIZES = [
  { size: 0.25, name: '¼', dash: '', label: 12 },
  { size: 0.5, name: '½', dash: '6 3', label: 6 },
  { size: 1, name: '1', dash: '2 3', label: 2.6 },
  { size: 2, name: '2', dash: '8 3 2 3', label: 1.1 },
] as const;

export function draw(document: Document): SVGElement {
  const sheet = axes(document, FRAME, { x: '"seeds"', xTicks: [1, 10, 20, 30, 40], yTicks: [0.1, 0.2, 0.3, 0.4, 0.5] });
  const svg = drawing(document, 416, 258);
  svg.append(
    textElement(document, 'share of experiments that name the wrong winner', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...SIZES.flatMap(({ size, name, dash, label }, index) => {
      const wrong = (seeds: number) => normalBelow(-Math.sqrt(seeds) * size);
      const [x, y] = sheet.place(label, wrong(label));
      const color = `var(--series-${index + 1})`;
      return [
        sheet.curve(wrong, { from: 1, stroke: color, ...(dash && { 'stroke-dasharray': dash }) }),
        svgElement(document, 'path', { d: `M${x + 1.5},${y - 2}l9,-9`, stroke: 'var(--fc-line-strong)', 'stroke-width': '1' }),
        textElement(document, name, { x: x + 13, y: y - 11, fill: color, 'font-weight': '600' }),
      ];
    }),
  );
  return svg;
}
