/** Cross-entropy and squared error of a sigmoid output where the label is 0, and their slopes: which of them still pulls when the output is sure and wrong. */
import { drawing, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Two losses of a sigmoid output, and their slopes';
export const description =
  'The label is 0, so that a large z is sure and wrong. Left: from z = 0 on, the cross-entropy rises along a straight line, while the squared error flattens towards 1. ' +
  'Right: the slope of the cross-entropy rises to 1 and stays there; that of the squared error is largest near z = 0.7, about 0.3, and falls back to zero.';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function draw(document: Document): SVGElement[] {
  return [
    panel(
      document,
      'Loss, where the label is 0',
      [0, 5],
      [2, 4],
      [(z) => Math.log1p(Math.exp(z)), (z) => sigmoid(z) ** 2],
      [
        ['cross-entropy', 2.2, 4.2],
        ['squared error', 3.4, 1.25],
      ],
    ),
    panel(
      document,
      'Slope: how hard it pulls',
      [0, 1.25],
      [0.5, 1],
      [sigmoid, (z) => 2 * sigmoid(z) ** 2 * (1 - sigmoid(z))],
      [
        ['cross-entropy', 3.3, 1.08],
        ['squared error', 3.3, 0.3],
      ],
    ),
  ];
}

function panel(
  document: Document,
  heading: string,
  y: readonly [number, number],
  yTicks: readonly number[],
  [entropy, squared]: readonly [(z: number) => number, (z: number) => number],
  labels: readonly (readonly [string, number, number])[],
): SVGElement {
  const { element, curve, place } = axes(document, { left: 8, top: 30, width: 262, height: 180, x: [-5, 5], y }, { x: 'z', xTicks: [-4, 4], yTicks });
  const svg = drawing(document, 278, 236);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    element,
    curve(entropy),
    curve(squared, { stroke: 'var(--series-2)', 'stroke-dasharray': '6 4' }),
    ...labels.map(([text, atZ, atY], index) => {
      const [x, height] = place(atZ, atY);
      return textElement(document, text, { x, y: height, 'text-anchor': 'middle', fill: `var(--series-${index + 1})` });
    }),
  );
  return svg;
}
