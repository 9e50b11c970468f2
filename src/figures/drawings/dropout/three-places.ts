/** Where dropout may stand in a network, and where it must not: behind the output. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'Three places for dropout';
export const description =
  'A row of five boxes from left to right: features, hidden layer, output layer, softmax, loss. Below the features: dropout as noise on the data, small rates. Below the hidden layer: the usual place. ' +
  'Behind the softmax, crossed out: there the probability of the true class itself becomes zero, and the loss is infinite.';

const BOXES = ['features', 'hidden', 'output', 'softmax', 'loss'] as const;
const WIDTH = 66;
const STEP = 84;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 412, 150);
  const middle = (index: number) => 4 + WIDTH / 2 + index * STEP;
  svg.append(
    ...BOXES.slice(1).map((_, index) => arrow(document, [middle(index), 38], [middle(index + 1), 38], { gap: WIDTH / 2 + 2 })),
    ...BOXES.flatMap((name, index) => [
      svgElement(document, 'rect', {
        x: middle(index) - WIDTH / 2,
        y: 22,
        width: WIDTH,
        height: 32,
        rx: 4,
        fill: 'var(--fc-paper)',
        stroke: 'currentColor',
        'stroke-width': '1.3',
      }),
      textElement(document, name, { x: middle(index), y: 42.5, 'text-anchor': 'middle' }),
    ]),
    ...note(document, middle(0), ['inputs:', 'noise on the', 'data'], 'var(--series-3)'),
    ...note(document, middle(1), ['hidden:', 'the usual', 'place'], 'var(--series-1)'),
    ...note(document, middle(3) + STEP / 2, ['outputs: the answer', 'itself is erased'], 'var(--series-2)'),
  );
  return svg;
}

function note(document: Document, x: number, lines: readonly string[], color: string): SVGElement[] {
  return [
    arrow(document, [x, 86], [x, 40], { color, gap: [0, 16], width: 2 }),
    ...lines.map((line, index) => textElement(document, line, { x, y: 102 + index * 17, 'text-anchor': 'middle', fill: color })),
  ];
}
