/** A ball on a parabola with three frictions: how far it is from the minimum after each update, and the phase picture of the same three. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'One ball, three frictions';
export const description =
  'Left: the distance from the minimum after each of 120 updates. With momentum 0.5 it creeps down on one side and is still a tenth of the way out at the end. With 0.81 it is at rest after some sixty updates ' +
  'and has never crossed the minimum. With 0.95 it crosses the minimum again and again, less far each time. Right: the same three, the distance across and the last step upwards. The first two come ' +
  'into the middle from one side; the third winds around it in a spiral.';

const RATE = 0.01;
const UPDATES = 120;
/** `label`: where the name stands, in updates and distance. */
const BALLS = [
  { momentum: 0.5, name: 'μ = 0.5 creeps', color: 'var(--series-1)', dash: '6 3', label: [47, 0.47] },
  { momentum: 0.81, name: 'μ = 0.81 is critical', color: 'var(--series-3)', dash: undefined, label: [60, -0.36] },
  { momentum: 0.95, name: 'μ = 0.95 swings', color: 'var(--series-2)', dash: '2 2', label: [40, -0.6] },
] as const;

export function draw(document: Document): SVGElement[] {
  const ways = BALLS.map(({ momentum }) => roll(momentum));
  return [overTime(document, ways), phases(document, ways)];
}

type Way = (readonly [x: number, v: number])[];

function roll(momentum: number): Way {
  const way: Way = [[1, 0]];
  for (let update = 0; update < UPDATES; update++) {
    const [x, v] = way.at(-1)!;
    const step = momentum * v - RATE * x;
    way.push([x + step, step]);
  }
  return way;
}

function overTime(document: Document, ways: readonly Way[]): SVGElement {
  const frame = axes(document, { left: 30, top: 28, width: 290, height: 170, x: [0, UPDATES], y: [-0.75, 1.05] }, { yTicks: [1], xTicks: [50, 100] });
  const svg = drawing(document, 330, 216);
  svg.append(textElement(document, 'Distance from the minimum', { class: 'drawing-heading', x: 0, y: 14 }), frame.element);
  ways.forEach((way, index) => {
    svg.append(
      line(
        document,
        way.map(([x], update) => frame.place(update, x)),
        BALLS[index]!,
      ),
    );
  });
  for (const { name, color, label } of BALLS) {
    const [x, y] = frame.place(label[0], label[1]);
    svg.append(textElement(document, name, { x, y, fill: color }));
  }
  svg.append(textElement(document, 'updates', { x: 318, y: 214, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }));
  return svg;
}

function phases(document: Document, ways: readonly Way[]): SVGElement {
  const frame = axes(document, { left: 8, top: 28, width: 300, height: 170, x: [-0.75, 1.08], y: [-0.085, 0.06] });
  const svg = drawing(document, 320, 216);
  svg.append(textElement(document, 'Distance and last step', { class: 'drawing-heading', x: 0, y: 14 }), frame.element);
  ways.forEach((way, index) => {
    const { color } = BALLS[index]!;
    svg.append(
      line(
        document,
        way.map(([x, v]) => frame.place(x, v)),
        BALLS[index]!,
      ),
    );
    for (const [x, v] of way.filter((_, update) => update % 5 === 0)) {
      const [cx, cy] = frame.place(x, v);
      svg.append(svgElement(document, 'circle', { cx, cy, r: 2.6, fill: color }));
    }
  });
  const [x, y] = frame.place(1, 0);
  svg.append(
    svgElement(document, 'circle', { cx: x, cy: y, r: 5, fill: 'var(--fc-paper)', stroke: 'currentColor', 'stroke-width': '2' }),
    textElement(document, 'start', { x, y: y - 10, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'up: step', { x: frame.place(0, 0)[0] + 8, y: 38, fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'across: distance', { x: 308, y: 196, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}

function line(document: Document, points: readonly (readonly [number, number])[], { color, dash }: (typeof BALLS)[number]): SVGElement {
  return svgElement(document, 'path', {
    d: `M${points.map(([x, y]) => at(x, y)).join('L')}`,
    fill: 'none',
    stroke: color,
    'stroke-width': '2',
    'stroke-dasharray': dash,
    'stroke-linejoin': 'round',
  });
}
