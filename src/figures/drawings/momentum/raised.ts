/** How large a step becomes under a gradient that stays: with momentum 0.99 from the start, and with momentum that rises to it. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Two ways to a hundred';
export const description =
  'Left: the momentum of each of 500 updates. One line is at 0.99 from the first update on; the other rises from 0.5 to 0.99 over a hundred updates and stays there. ' +
  'Right: how large a step becomes under a gradient that stays, in steps of plain gradient descent. With 0.99 from the start it grows at once, to 63 after a hundred updates, and slowly comes to 100. ' +
  'With the rise it is below 4 after fifty updates and 16 after a hundred, and then comes to 100 as well, some eighty updates later than the other.';

const UPDATES = 500;
const LENGTH = 100;
const END = 0.99;
const WAYS = [
  { name: '0.99 from the start', momentum: () => END, color: 'var(--series-1)', dash: undefined, value: [120, 0.93], size: [126, 103] },
  {
    name: 'raised from 0.5',
    momentum: (update: number) => 0.5 + (END - 0.5) * Math.min(1, update / LENGTH),
    color: 'var(--series-2)',
    dash: '6 3',
    value: [86, 0.74],
    size: [170, 44],
  },
] as const;

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, 'Momentum', { y: [0.4, 1.02], yTicks: [0.5, 0.99] }, ({ momentum }) => upTo(momentum), 'value'),
    panel(document, 'Step, in plain steps', { y: [0, 110], yTicks: [50, 100] }, ({ momentum }) => stepSizes(momentum), 'size'),
  ];
}

type Momentum = (update: number) => number;

function upTo(momentum: Momentum): number[] {
  return Array.from({ length: UPDATES }, (_, update) => momentum(update));
}

function stepSizes(momentum: Momentum): number[] {
  let step = 0;
  return upTo(momentum).map((share) => (step = share * step + 1));
}

function panel(
  document: Document,
  heading: string,
  { y, yTicks }: { y: readonly [number, number]; yTicks: readonly number[] },
  values: (way: (typeof WAYS)[number]) => number[],
  label: 'value' | 'size',
): SVGElement {
  const frame = axes(document, { left: 36, top: 28, width: 270, height: 150, x: [0, UPDATES], y }, { xTicks: [100, 300], yTicks });
  const svg = drawing(document, 316, 212);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }), frame.element);
  for (const way of WAYS) {
    const points = values(way).map((value, update) => frame.place(update, value));
    svg.append(
      svgElement(document, 'path', {
        d: `M${points.map(([px, py]) => at(px, py)).join('L')}`,
        fill: 'none',
        stroke: way.color,
        'stroke-width': '2',
        'stroke-dasharray': way.dash,
      }),
    );
    const [px, py] = frame.place(way[label][0], way[label][1]);
    svg.append(textElement(document, way.name, { x: px, y: py, fill: way.color }));
  }
  svg.append(textElement(document, 'updates', { x: 306, y: 195, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }));
  return svg;
}
