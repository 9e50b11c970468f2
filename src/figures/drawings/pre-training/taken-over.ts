/** Three ways to begin with layers that others trained. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'At random, fine-tuned, frozen';
export const description =
  'Three rows of three boxes: first layer, second layer, output layer. At random: all three start anew and learn. Fine-tuned: the first two are taken over and learn on, the output layer is new. ' +
  'Frozen: the first two are taken over and stay as they are, drawn with a dashed edge; the output layer alone learns.';

const BOXES = ['first layer', 'second layer', 'output layer'] as const;
const ROWS = [
  { name: 'at random', taken: 0, frozen: 0 },
  { name: 'fine-tuned', taken: 2, frozen: 0 },
  { name: 'frozen', taken: 2, frozen: 2 },
] as const;
const LEFT = 82;
const WIDTH = 92;
const STEP = 112;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 412, 174);
  ROWS.forEach(({ name, taken, frozen }, row) => {
    const y = 8 + row * 56;
    svg.append(textElement(document, name, { x: 0, y: y + 22, 'font-weight': '600' }));
    BOXES.forEach((text, index) => {
      const x = LEFT + index * STEP;
      const color = index < taken ? 'var(--series-1)' : 'var(--series-2)';
      const words = index < frozen ? 'taken, stays' : index < taken ? 'taken, learns' : 'new, learns';
      if (index > 0) svg.append(arrow(document, [x - STEP + WIDTH, y + 18], [x, y + 18], { gap: 2 }));
      svg.append(
        svgElement(document, 'rect', {
          ...{ x, y, width: WIDTH, height: 40, rx: 4, fill: 'var(--fc-paper)', stroke: color, 'stroke-width': '1.6' },
          'stroke-dasharray': index < frozen ? '5 3' : undefined,
        }),
        textElement(document, text, { x: x + WIDTH / 2, y: y + 17, 'text-anchor': 'middle' }),
        textElement(document, words, { x: x + WIDTH / 2, y: y + 33, 'text-anchor': 'middle', fill: color, 'font-size': '11' }),
      );
    });
  });
  return svg;
}
