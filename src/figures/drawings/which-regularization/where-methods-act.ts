/** The loop of training as a row of stations, and below each the methods that interfere there. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'Where each method takes hold';
export const description =
  'Five stations of training from top to bottom, joined by arrows: examples, network, loss, update, and which moment is kept; an arrow leads from the update back to the examples. ' +
  'Beside them stand the methods that take hold there. Examples: noise, moved copies. Network: dropout, batch normalization. Loss: L1 and L2, soft labels. Update: weight decay, max norm. Moment: early stopping, fixed updates.';

const STATIONS = [
  { name: 'examples', methods: ['noise on the features,', 'moved copies'] },
  { name: 'network', methods: ['dropout,', 'batch normalization'] },
  { name: 'loss', methods: ['L2, L1,', 'soft labels'] },
  { name: 'update', methods: ['weight decay,', 'max norm'] },
  { name: 'moment kept', methods: ['early stopping,', 'fixed updates'] },
] as const;
const BOX = { x: 44, width: 112, height: 34, step: 62 };

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 344, BOX.step * STATIONS.length - 20);
  const middle = BOX.x + BOX.width / 2;
  STATIONS.forEach(({ name, methods }, index) => {
    const y = 4 + BOX.step * index;
    svg.append(
      svgElement(document, 'rect', { x: BOX.x, y, width: BOX.width, height: BOX.height, rx: 5, fill: 'var(--fc-surface)', stroke: 'var(--fc-line-strong)' }),
      textElement(document, name, { x: middle, y: y + 22, 'text-anchor': 'middle', 'font-weight': '600' }),
      arrow(document, [210, y + BOX.height / 2], [BOX.x + BOX.width, y + BOX.height / 2], { color: 'var(--series-1)', width: 1.6, gap: [4, 5] }),
      ...methods.map((method, line) => textElement(document, method, { x: 214, y: y + 22 - 8 * (methods.length - 1) + 16 * line, fill: 'var(--series-1)' })),
    );
    if (index + 1 < STATIONS.length) svg.append(arrow(document, [middle, y + BOX.height], [middle, y + BOX.step], { gap: [2, 3] }));
  });
  // Round and round, until the last moment.
  const [first, update] = [4 + BOX.height / 2, 4 + 3 * BOX.step + BOX.height / 2];
  svg.append(arrow(document, [BOX.x, update], [BOX.x, first], { bend: 46, gap: [4, 5] }));
  return svg;
}
