/** Mean loss above the minimum after 1,000 updates with noisy gradients, over the rate at the start: the chapter's recursion, computed for one weight and for a ravine. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'What the first rate costs, with and without a decay';
export const description =
  'Mean loss above the minimum after 1,000 updates over the learning rate at the start, both on logarithmic scales, for four schedules. ' +
  'Left, one weight: all curves fall steeply, because smaller rates do not arrive. That of the constant rate then rises in proportion to the rate, that of linear decay half as steeply. That of exponential decay to a hundredth is lowest at a larger rate, and that of time-based decay is level at the lowest value of all up to a rate of 1. ' +
  'Right, a ravine with curvatures 1 and 100: the constant rate comes down to about 0.06, linear and exponential decay to less than 0.01, and time-based decay only to 0.4.';

const UPDATES = 1000;

interface Scene {
  heading: string;
  curvatures: readonly number[];
  /** Variance of the gradient's noise along a curvature, and mean square of the distance at the start. */
  noise: (curvature: number) => number;
  start: number;
  /** Powers of ten. */
  x: readonly [number, number];
  y: readonly [number, number];
  xTicks: readonly number[];
  yTicks: readonly number[];
  /** Where the names of the schedules stand, in the order of SCHEDULES. */
  names: readonly (readonly [x: number, y: number])[];
}

const ONE_WEIGHT: Scene = {
  heading: 'One weight',
  curvatures: [1],
  noise: () => 1,
  start: 9,
  ...{ x: [-3, 0], y: [-4.1, 0.7], xTicks: [-3, -2, -1, 0], yTicks: [-4, -3, -2, -1, 0] },
  names: [
    [-1.12, -0.85],
    [-0.72, -2.05],
    [-2.2, -0.2],
    [-1.08, -3.8],
  ],
};
const RAVINE: Scene = {
  heading: 'A ravine, curvatures 1 and 100',
  curvatures: [1, 100],
  noise: (curvature) => curvature,
  start: 1,
  ...{ x: [-3.5, -1.72], y: [-2.7, 0.6], xTicks: [-3, -2], yTicks: [-2, -1, 0] },
  names: [
    [-3.02, -1.45],
    [-2.42, -2.4],
    [-2.19, -1.2],
    [-2.6, 0.02],
  ],
};

const SCHEDULES: { name: string; rate: (first: number, update: number, steepest: number) => number; attributes: Record<string, string> }[] = [
  { name: 'constant', rate: (first) => first, attributes: { stroke: 'var(--series-1)' } },
  { name: 'linear', rate: (first, t) => first * (1 - t / UPDATES), attributes: { stroke: 'var(--series-2)', 'stroke-dasharray': '7 3' } },
  { name: 'exponential', rate: (first, t) => first * 0.01 ** (t / UPDATES), attributes: { stroke: 'var(--series-3)', 'stroke-dasharray': '2 3' } },
  {
    name: 'time-based',
    rate: (first, t, steepest) => first / (1 + first * steepest * t),
    attributes: { stroke: 'var(--series-4)', 'stroke-dasharray': '9 3 2 3' },
  },
];

export function draw(document: Document): SVGElement[] {
  return [panel(document, ONE_WEIGHT), panel(document, RAVINE)];
}

function panel(document: Document, scene: Scene): SVGElement {
  const [left, top, width, height] = [42, 44, 268, 178];
  const { place, curve } = axes(document, { left, top, width, height, x: scene.x, y: scene.y });
  const svg = drawing(document, 324, 266);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const mark = (power: number) => `10^{${power}}`;
  svg.append(
    textElement(document, scene.heading, { class: 'drawing-heading', x: 0, y: 14 }),
    textElement(document, 'mean loss above the minimum', { x: 0, y: 34, ...quiet }),
    svgElement(document, 'path', { d: `M${left},${top}V${top + height}H${left + width}`, fill: 'none', stroke: 'var(--fc-line-strong)' }),
    ...scene.xTicks.map((power) => formula(document, mark(power), { x: place(power, 0)[0], y: top + height + 18, 'text-anchor': 'middle', ...quiet })),
    ...scene.yTicks.map((power) => formula(document, mark(power), { x: left - 6, y: place(0, power)[1] + 4, 'text-anchor': 'end', ...quiet })),
    textElement(document, 'rate at the start', { x: left + width, y: top + height + 38, 'text-anchor': 'end', ...quiet }),
    ...SCHEDULES.map(({ rate, attributes }) =>
      curve((power) => Math.log10(lossAfter((update) => rate(10 ** power, update, Math.max(...scene.curvatures)), scene)), attributes),
    ),
    ...SCHEDULES.map(({ name, attributes }, index) => {
      const [x, y] = place(...scene.names[index]!);
      return textElement(document, name, { x, y, fill: attributes['stroke'] });
    }),
  );
  return svg;
}

function lossAfter(rate: (update: number) => number, { curvatures, noise, start }: Scene): number {
  return curvatures.reduce((sum, curvature) => {
    let square = start;
    for (let update = 0; update < UPDATES; update++) square = (1 - rate(update) * curvature) ** 2 * square + rate(update) ** 2 * noise(curvature);
    return sum + (curvature * square) / 2;
  }, 0);
}
