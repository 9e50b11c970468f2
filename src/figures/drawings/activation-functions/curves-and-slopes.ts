/** The three classic activation functions, each with its slope. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Three curves and their slopes';
export const description =
  'Three panels with a solid curve and its slope, dashed. Sigmoid: an S from 0 to 1; its slope is a low hill of height one quarter. Tanh: an S from minus 1 to 1; its slope is a hill of height 1. ' +
  'Relu: zero on the left, a straight line on the right; its slope is 0 on the left and 1 on the right. Far from zero the slopes of the first two are almost nothing.';

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, { heading: 'sigmoid', curve: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)), top: 0.25, name: '¼' }),
    panel(document, { heading: 'tanh', curve: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2, top: 1, name: '1' }),
    panel(document, { heading: 'relu', curve: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), top: 1, name: '1' }),
  ];
}

interface Shown {
  heading: string;
  curve: (z: number) => number;
  slope: (z: number) => number;
  /** The largest slope, and how it is written. */
  top: number;
  name: string;
}

const SIZE = { width: 216, height: 186 };
const FRAME = { left: 8, top: 28, width: 200, height: 136, x: [-5, 5], y: [-1.2, 2] } as const;
const CURVE = 'var(--series-1)';
const SLOPE = 'var(--series-2)';

function panel(document: Document, { heading, curve, slope, top, name }: Shown): SVGElement {
  const sheet = axes(document, FRAME, { x: 'z', xTicks: [-4, 4] });
  // Where the arrow is clear of the curve.
  const peak = heading === 'relu' ? 3.4 : 0;
  const [dx, dy] = heading === 'relu' ? [-8, 58] : [-42, -26];
  const [x, y] = sheet.place(peak, top);
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(curve, { stroke: CURVE }),
    sheet.curve(slope, { stroke: SLOPE, 'stroke-dasharray': '5 3' }),
    arrow(document, [x + dx, y + dy], [x, y], { color: SLOPE, gap: [0, 4] }),
    formula(document, `"slope ≤ "${name}`, { x: x + dx, y: y + dy + (dy > 0 ? 15 : -6), 'text-anchor': 'middle', fill: SLOPE }),
    svgElement(document, 'title', {}, `${heading} and its slope`),
  );
  return svg;
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
