/** Twenty-one examples in batches of 7, of 5 and of 20: what weight the last batch gives to each of its examples. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formula } from '../parts/formula.ts';

export const title = 'What a batch size leaves over';
export const description =
  'Twenty-one examples are dealt into batches. Batches of 7 come out even: three batches, each example counts a seventh of its update. Batches of 5 leave one example over, ' +
  'and batches of 20 too. In the last update that example counts alone: its bar is five times, or twenty times, as high as the others.';

const EXAMPLES = 21;
const SQUARE = 13;
const ROW = 74;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 410, 226);
  svg.append(textElement(document, 'Weight of each example in its update', { class: 'drawing-heading', x: 0, y: 14 }));
  [7, 5, 20].forEach((batch, row) => {
    const base = 70 + row * ROW;
    svg.append(formula(document, `n = ${batch}`, { x: 0, y: base }));
    for (let example = 0; example < EXAMPLES; example++) {
      const size = Math.min(batch, EXAMPLES - Math.floor(example / batch) * batch);
      const left = 58 + example * (SQUARE + 2) + Math.floor(example / batch) * 5;
      // The weight 1 is 40 px high.
      const height = 40 / size;
      const alone = size === 1;
      svg.append(
        svgElement(document, 'rect', { x: left, y: base - height, width: SQUARE, height, fill: alone ? 'var(--series-2)' : 'var(--series-1)' }),
        svgElement(document, 'path', { d: `M${left},${base + 3}h${SQUARE}`, stroke: 'var(--fc-line-strong)', 'stroke-width': '2', fill: 'none' }),
      );
    }
  });
  return svg;
}
