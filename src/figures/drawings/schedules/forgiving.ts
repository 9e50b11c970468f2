/** Mean loss above the minimum after 1,000 updates on a noisy parabola, over the rate at the start: the chapter's recursion, computed. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'What the first rate costs, with and without a decay';
export const description =
  'Mean loss above the minimum after 1,000 updates over the learning rate at the start, both on logarithmic scales. All four curves fall steeply up to a rate of about 0.004, because smaller rates do not arrive. ' +
  'That of the constant rate then rises in proportion to the rate. That of linear decay rises only half as steeply. That of exponential decay to a hundredth reaches its lowest point at a larger rate. That of time-based decay with k = ηλ falls on and stays level at the lowest value of all, up to a rate of 1.';

const UPDATES = 1000;
const [NOISE, START] = [1, 9];

const SCHEDULES: { name: string; rate: (first: number, update: number) => number; attributes: Record<string, string>; at: readonly [number, number] }[] = [
  { name: 'constant', rate: (first) => first, attributes: { stroke: 'var(--series-1)' }, at: [-1.1, -0.95] },
  { name: 'linear', rate: (first, t) => first * (1 - t / UPDATES), attributes: { stroke: 'var(--series-2)', 'stroke-dasharray': '7 3' }, at: [-0.72, -2.12] },
  {
    name: 'exponential',
    rate: (first, t) => first * 0.01 ** (t / UPDATES),
    attributes: { stroke: 'var(--series-3)', 'stroke-dasharray': '2 3' },
    at: [-2.2, -0.25],
  },
  {
    name: 'time-based, k = ηλ',
    rate: (first, t) => first / (1 + first * t),
    attributes: { stroke: 'var(--series-4)', 'stroke-dasharray': '9 3 2 3' },
    at: [-1.02, -3.85],
  },
];

export function draw(document: Document): SVGElement {
  const [left, top, width, height] = [46, 26, 350, 190];
  const { place, curve } = axes(document, { left, top, width, height, x: [-3, 0], y: [-4.1, 0.6] });
  const svg = drawing(document, 412, 262);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(
    textElement(document, 'mean loss above the minimum', { x: 0, y: 12, ...quiet }),
    svgElement(document, 'path', { d: `M${left},${top}V${top + height}H${left + width}`, fill: 'none', stroke: 'var(--fc-line-strong)' }),
    ...[-3, -2, -1, 0].map((power) => formula(document, `10^{${power}}`, { x: place(power, 0)[0], y: top + height + 18, 'text-anchor': 'middle', ...quiet })),
    ...[-3, -2, -1, 0].map((power) => formula(document, `10^{${power}}`, { x: left - 6, y: place(0, power)[1] + 4, 'text-anchor': 'end', ...quiet })),
    textElement(document, 'rate at the start', { x: left + width, y: top + height + 38, 'text-anchor': 'end', ...quiet }),
    ...SCHEDULES.map(({ rate, attributes }) => curve((power) => Math.log10(lossAfter((update) => rate(10 ** power, update))), attributes)),
    ...SCHEDULES.map(({ name, attributes, at: [x, y] }) => {
      const [px, py] = place(x, y);
      return textElement(document, name, { x: px, y: py, fill: attributes['stroke'] });
    }),
  );
  return svg;
}

function lossAfter(rate: (update: number) => number): number {
  let square = START;
  for (let update = 0; update < UPDATES; update++) square = (1 - rate(update)) ** 2 * square + (rate(update) * NOISE) ** 2;
  return square / 2;
}
