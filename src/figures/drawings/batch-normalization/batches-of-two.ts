/** What is left of two examples in a batch of two: which of them is above. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'A class of two';
export const description =
  'Three pairs of dots on a number line: one pair is close together near the left end, one far apart, one close together near the right end. Arrows lead from each pair down to a second number line: ' +
  'the lower dot of every pair arrives at minus 1, the upper one at plus 1.';

const SIZE = { width: 412, height: 190 };
const PAIRS = [
  { values: [1, 1.6], color: 'var(--series-1)' },
  { values: [2.6, 6.4], color: 'var(--series-2)' },
  { values: [8.2, 9], color: 'var(--series-3)' },
] as const;
const TOP = 52;
const BOTTOM = 150;

export function draw(document: Document): SVGElement {
  const x = (value: number) => 16 + 38 * value;
  const below = (side: number, pair: number) => 206 + side * 90 + (pair - 1) * 11;
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    textElement(document, 'Three batches of two, and what the normalization leaves', { class: 'drawing-heading', x: 0, y: 14 }),
    ...[TOP, BOTTOM].map((y) => svgElement(document, 'path', { d: `M${at(16, y)}H396`, stroke: 'var(--fc-line-strong)', 'stroke-width': '1' })),
    ...PAIRS.flatMap(({ values, color }, pair) =>
      values.flatMap((value, index) => {
        const to = below(index === 0 ? -1 : 1, pair);
        return [
          arrow(document, [x(value), TOP], [to, BOTTOM], { color, gap: [9, 8] }),
          svgElement(document, 'circle', { cx: x(value), cy: TOP, r: 5.5, fill: color }),
          svgElement(document, 'circle', { cx: to, cy: BOTTOM, r: 5.5, fill: color }),
        ];
      }),
    ),
    ...[-1, 1].map((side) =>
      textElement(document, side < 0 ? '−1' : '1', { x: below(side, 1), y: BOTTOM + 24, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    ),
  );
  return svg;
}
