/** Why the lowest of many validation losses is too low: a valley, the same valley with luck added at every epoch, and its lowest point. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';
import { axes } from '../parts/axes.ts';

export const title = 'The lucky epoch';
export const description =
  'A smooth valley, the expected loss over the epochs, and points scattered about it, the loss on a small validation split. The lowest point lies below the bottom of the valley. ' +
  'A bracket between the point and the valley above it is marked “luck”.';

const FRAME = { left: 14, top: 20, width: 350, height: 170, x: [0, 31], y: [0, 1] } as const;
/** Made up, with mean 0. */
const LUCK = [4, -6, 9, 2, -9, 5, -3, 8, -5, 1, -8, 6, 3, -2, 7, -13, 4, 9, -4, -7, 2, 8, -6, 5, -1, 3, -9, 6, -5, 4];
const SCALE = 0.011;

export function draw(document: Document): SVGElement[] {
  const sheet = axes(document, FRAME);
  const points = LUCK.map((luck, index) => ({ epoch: index + 1, value: expected(index + 1) + SCALE * luck }));
  const best = points.reduce((lowest, point) => (point.value < lowest.value ? point : lowest));
  const svg = drawing(document, 390, 226);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const [x, y] = sheet.place(best.epoch, best.value);
  const valley = sheet.place(best.epoch, expected(best.epoch))[1];
  svg.append(
    sheet.element,
    sheet.curve(expected, { stroke: 'var(--series-1)', from: 0.6 }),
    ...points.map((point) => {
      const [cx, cy] = sheet.place(point.epoch, point.value);
      const look = point === best ? { r: 5, fill: 'var(--series-2)' } : { r: 3, fill: 'var(--fc-paper)' };
      return svgElement(document, 'circle', { cx, cy, ...look, stroke: 'var(--series-2)', 'stroke-width': '1.6' });
    }),
    arrow(document, [x, valley], [x, y], { gap: [0, 6], color: 'currentColor' }),
    textElement(document, 'luck', { x: x + 9, y: y + 4 }),
    textElement(document, 'expected loss', { x: sheet.place(2.4, 0)[0], y: sheet.place(0, 0.93)[1], fill: 'var(--series-1)' }),
    textElement(document, 'on the validation split', { x: 364, y: sheet.place(0, 0.93)[1], 'text-anchor': 'end', fill: 'var(--series-2)' }),
    textElement(document, 'epochs', { x: 364, y: 212, 'text-anchor': 'end', ...quiet }),
  );
  return [svg];
}

function expected(epoch: number): number {
  return 0.3 + 0.55 * Math.exp(-epoch / 3) + 0.0075 * epoch;
}
