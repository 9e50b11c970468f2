/** Why the noise of dropout is a penalty: the answers of a unit over all masks, for weights that rely on few inputs and for weights that are spread. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Who relies on few scatters more';
export const description =
  'Two bar charts of the answers that one unit gives when each of its eight inputs, all of them 1, is dropped with probability one half and the others are doubled. The mean is 2 in both. ' +
  'Left, one weight of 2 and seven of 0: half of the answers are 0 and half are 4. Right, eight weights of a quarter: the answers are bunched around 2.';

const INPUTS = 8;
const SUM = 2;
const FRAME = { left: 34, top: 34, width: 240, height: 150, x: [-0.4, 5.6], y: [0, 0.55] } as const;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'all on one input', 1), panel(document, 'spread over eight', INPUTS)];
}

/** `carriers`: how many inputs carry the sum, in equal parts. The answer is SUM/carriers · 2 for each of them that is kept. */
function panel(document: Document, heading: string, carriers: number): SVGElement {
  const sheet = axes(document, FRAME, { x: '"answer"', xTicks: [0, 2, 4], y: '"share of masks"', yTicks: [0.5] });
  const bars = Array.from({ length: carriers + 1 }, (_, kept) => ({ answer: (2 * SUM * kept) / carriers, share: choose(carriers, kept) / 2 ** carriers }));
  // Σ wⱼ²xⱼ² · p/(1 − p), with p = ½.
  const variance = SUM ** 2 / carriers;
  const svg = drawing(document, 292, 236);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...bars.map(({ answer, share }) => {
      const [x, top] = sheet.place(answer, share);
      const [, bottom] = sheet.place(answer, 0);
      return svgElement(document, 'path', { d: `M${at(x, bottom)}V${top}`, stroke: 'var(--series-1)', 'stroke-width': '14' });
    }),
    sheet.element,
    textElement(document, `mean ${SUM}, variance ${String(variance)}`, { x: 154, y: 228, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}

function choose(n: number, k: number): number {
  let count = 1;
  for (let i = 0; i < k; i++) count = (count * (n - i)) / (i + 1);
  return count;
}
