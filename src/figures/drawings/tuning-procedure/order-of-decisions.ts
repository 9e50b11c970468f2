/** The steps of the procedure from top to bottom, and the way back to the learning rate from each that changes what is trained. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'In which order';
export const description =
  'Seven stations from top to bottom, joined by arrows: split and chance, scale, loss and start, learning rate, size, regularization and schedule, test. ' +
  'Arrows lead back to the learning rate from size and from regularization and schedule. Beside the stations stands which data each looks at: training data, then validation data, and at the last one test data, once.';

const STATIONS = [
  { name: 'split, and chance', data: '' },
  { name: 'scale', data: 'training' },
  { name: 'loss and start', data: 'training' },
  { name: 'learning rate', data: 'validation' },
  { name: 'size', data: 'validation' },
  { name: 'penalty, schedule', data: 'validation' },
  { name: 'test', data: 'test, once' },
] as const;
const RATE = 3;
const BOX = { x: 40, width: 148, height: 32, step: 52 };

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 344, BOX.step * STATIONS.length - 12);
  const middle = BOX.x + BOX.width / 2;
  const level = (index: number) => 4 + BOX.step * index;
  STATIONS.forEach(({ name, data }, index) => {
    const y = level(index);
    const stroke = index === RATE ? 'var(--series-1)' : 'var(--fc-line-strong)';
    svg.append(
      svgElement(document, 'rect', { x: BOX.x, y, width: BOX.width, height: BOX.height, rx: 5, fill: 'var(--fc-surface)', stroke }),
      textElement(document, name, { x: middle, y: y + 21, 'text-anchor': 'middle', 'font-weight': '600' }),
      textElement(document, data, { x: 268, y: y + 21, fill: 'var(--fc-text-quiet)' }),
    );
    if (index + 1 < STATIONS.length) svg.append(arrow(document, [middle, y + BOX.height], [middle, y + BOX.step], { gap: [2, 3] }));
  });
  // What changes the network changes the rate that suits it.
  for (const [index, bend] of [
    [RATE + 1, 22],
    [RATE + 2, 44],
  ] as const)
    svg.append(
      arrow(document, [BOX.x + BOX.width, level(index) + BOX.height / 2], [BOX.x + BOX.width, level(RATE) + BOX.height / 2 + 4 * (index - RATE - 1)], {
        bend: -bend,
        color: 'var(--series-1)',
        gap: [4, 5],
      }),
    );
  return svg;
}
