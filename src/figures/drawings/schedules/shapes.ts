/** Nine ways for the rate to go over one training. */
import { drawing, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Nine schedules';
export const description =
  'Nine small curves of the learning rate over one training. Constant: a level line. Time-based: steep at first, then ever flatter. Exponential: falls by the same share all the time. Step: a staircase down. ' +
  'Linear: a straight line to zero. Cosine: slow, fast, slow, to zero. Warm-up, then linear: a short rise, then a straight line to zero. One cycle: a rise over the first third and a fall to nearly zero. Warm restarts: a cosine to zero three times over.';

type Shape = (progress: number) => number;

const cosine: Shape = (progress) => (1 + Math.cos(Math.PI * progress)) / 2;

/** From the share of the training that is over to the share of the highest rate. */
const SHAPES: [name: string, shape: Shape][] = [
  ['constant', () => 1],
  ['time-based', (progress) => 1 / (1 + 9 * progress)],
  ['exponential', (progress) => 0.01 ** progress],
  ['step', (progress) => 0.3 ** Math.floor(3 * Math.min(progress, 0.999))],
  ['linear to zero', (progress) => 1 - progress],
  ['cosine', cosine],
  ['warm-up, then linear', (progress) => (progress < 0.12 ? 0.1 + (0.9 * progress) / 0.12 : (1 - progress) / 0.88)],
  ['one cycle', (progress) => (progress < 0.3 ? 0.04 + 0.96 * cosine(1 - progress / 0.3) : cosine((progress - 0.3) / 0.7))],
  ['warm restarts', (progress) => cosine((3 * Math.min(progress, 0.9999)) % 1)],
];
const [COLUMNS, WIDTH, HEIGHT] = [3, 136, 96];

export function draw(document: Document): SVGElement {
  const svg = drawing(document, COLUMNS * WIDTH, 3 * HEIGHT + 14);
  SHAPES.forEach(([name, shape], index) => {
    const [left, top] = [(index % COLUMNS) * WIDTH, Math.floor(index / COLUMNS) * HEIGHT];
    const { element, curve } = axes(document, { left: left + 2, top: top + 24, width: WIDTH - 24, height: 54, x: [0, 1], y: [0, 1.05] });
    svg.append(textElement(document, name, { x: left, y: top + 14 }), element, curve(shape, { stroke: 'var(--series-1)' }));
  });
  svg.append(textElement(document, 'up: the rate; to the right: updates', { x: 2, y: 3 * HEIGHT + 6, fill: 'var(--fc-text-quiet)' }));
  return svg;
}
