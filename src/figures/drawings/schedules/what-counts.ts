/** How much each of the last noisy numbers counts in the weight, under three schedules: with curvature 1 the weight is a weighted mean of them. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'How much each example counts in the end';
export const description =
  'Forty bars for forty examples, oldest on the left, under three schedules. At a constant rate of 0.15 the last example counts most, and the older an example the less it counts, until it is forgotten. ' +
  'With the rate 1/t all forty count the same. With a rate that falls along a line to zero, the middle ones count most, and the first and the last little.';

const COUNT = 40;
const LARGEST = 0.15;
const ROWS: { name: string; rate: (update: number) => number; color: string }[] = [
  { name: 'constant 0.15: only the last few', rate: () => LARGEST, color: 'var(--series-1)' },
  { name: '1/t: all alike, the plain mean', rate: (update) => 1 / (update + 1), color: 'var(--series-2)' },
  { name: 'linear from 0.15 to zero', rate: (update) => LARGEST * (1 - update / COUNT), color: 'var(--series-3)' },
];
const [BAR, GAP, ROW, TALLEST] = [7, 3, 84, 52];

export function draw(document: Document): SVGElement {
  const svg = drawing(document, COUNT * (BAR + GAP), ROWS.length * ROW + 18);
  ROWS.forEach(({ name, rate, color }, row) => {
    const foot = (row + 1) * ROW - 6;
    svg.append(textElement(document, name, { x: 0, y: foot - TALLEST - 12, fill: color }));
    sharesOf(rate).forEach((share, update) => {
      const height = Math.max(1, (share / LARGEST) * TALLEST);
      svg.append(svgElement(document, 'rect', { x: update * (BAR + GAP), y: foot - height, width: BAR, height, fill: color }));
    });
  });
  const quiet = { y: ROWS.length * ROW + 12, fill: 'var(--fc-text-quiet)' };
  svg.append(
    textElement(document, 'first example', { x: 0, ...quiet }),
    textElement(document, 'last', { x: COUNT * (BAR + GAP) - GAP, 'text-anchor': 'end', ...quiet }),
  );
  return svg;
}

/** The rate at which an example came in, times what all later updates left of it. */
function sharesOf(rate: (update: number) => number): number[] {
  const shares: number[] = [];
  for (let update = 0; update < COUNT; update++) {
    for (let older = 0; older < update; older++) shares[older]! *= 1 - rate(update);
    shares.push(rate(update));
  }
  return shares;
}
