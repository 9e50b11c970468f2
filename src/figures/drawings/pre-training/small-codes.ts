/** Why a free decoder makes codes small: in its middle a sigmoid is nearly a line. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Where on the sigmoid a code lives';
export const description =
  'Two sigmoid curves. Left, a free decoder: sums between minus 0.5 and 0.5, where the curve is nearly straight; the outputs lie between 0.38 and 0.62. ' +
  'Right, a decoder whose weights cost something: sums between minus 3 and 3, outputs between 0.05 and 0.95.';

const PANELS = [
  { left: 26, reach: 0.5, lines: ['free decoder:', 'small sums, small differences'], color: 'var(--series-2)' },
  { left: 232, reach: 3, lines: ['price on the decoder:', 'large sums, large differences'], color: 'var(--series-1)' },
] as const;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 412, 212);
  for (const { left, reach, lines, color } of PANELS) {
    const { element, place, curve } = axes(document, { left, top: 46, width: 166, height: 136, x: [-5, 5], y: [0, 1] }, { x: 'z', y: 'a', yTicks: [1] });
    const [low, high] = [place(-reach, sigmoid(-reach)), place(reach, sigmoid(reach))];
    svg.append(
      svgElement(document, 'rect', { x: place(0, 0)[0], y: high[1], width: 8, height: low[1] - high[1], fill: color, 'fill-opacity': '0.55' }),
      svgElement(document, 'rect', { x: low[0], y: place(0, 0)[1] - 8, width: high[0] - low[0], height: 8, fill: color, 'fill-opacity': '0.55' }),
      element,
      curve(sigmoid, { stroke: 'var(--fc-text-quiet)' }),
      curve(sigmoid, { stroke: color, from: -reach, to: reach, 'stroke-width': '4' }),
      ...lines.map((line, index) =>
        textElement(document, line, { x: left + 83, y: 14 + 17 * index, 'text-anchor': 'middle', fill: index === 0 ? color : undefined }),
      ),
    );
  }
  return svg;
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
