/** Successive halving that keeps a third: 27 candidates, four rounds, each round about as dear as the others. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'Successive halving, four rounds';
export const description =
  'Four rounds from left to right. 27 candidates are trained for 1 epoch each, the best 9 for 3 epochs, the best 3 of those for 9, and the best one for 27. ' +
  'Candidates are bars whose height is their number and whose width is their budget: all four rounds have the same area, 27 epochs.';

const SIZE = { width: 400, height: 218 };
const BASE = 178;
const ROUNDS = [
  { candidates: 27, epochs: 1 },
  { candidates: 9, epochs: 3 },
  { candidates: 3, epochs: 9 },
  { candidates: 1, epochs: 27 },
];
/** Px of one candidate's height and of one epoch. */
const UNIT = { height: 5, epoch: 6 };
const GAP = 42;

export function draw(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, 'Many for a short time, few for long', { class: 'drawing-heading', x: 0, y: 14 }));
  let left = 14;
  for (const { candidates, epochs } of ROUNDS) {
    const width = epochs * UNIT.epoch;
    const kept = candidates / 3;
    for (let candidate = 0; candidate < candidates; candidate++) {
      const look = {
        fill: candidate < kept || candidates === 1 ? 'var(--series-1)' : 'var(--fc-text-quiet)',
        'fill-opacity': candidate < kept || candidates === 1 ? undefined : '0.35',
      };
      svg.append(svgElement(document, 'rect', { x: left, y: BASE - (candidate + 1) * UNIT.height, width, height: UNIT.height - 1, ...look }));
    }
    const middle = left + width / 2;
    svg.append(
      textElement(document, `${candidates}`, { x: middle, y: BASE + 16, 'text-anchor': 'middle' }),
      textElement(document, `× ${epochs}`, { x: middle, y: BASE + 33, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    );
    left += width + GAP;
  }
  return svg;
}
