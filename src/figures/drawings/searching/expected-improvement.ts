/** A model of the score along one hyperparameter, and at two untried settings the part of its belief that lies below the best score so far. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'What a model expects to gain';
export const description =
  'A curve, the predicted score, with a band of uncertainty that is pinched at four tried settings and wide between them. A dashed horizontal line marks the best score so far. ' +
  'At two untried settings the belief is drawn as a bell on its side. One bell is narrow and centred a little below the line; the other is wide and centred above it. ' +
  'The part of each bell below the line is shaded: both promise an improvement.';

const FRAME = { left: 30, top: 34, width: 370, height: 184, x: [0, 10], y: [0, 4] } as const;
const mean = (x: number) => 1.7 + 0.55 * Math.cos(0.75 * x) + 0.05 * x;
/** Zero at the tried settings. */
const TRIED = [0.8, 3, 5.2, 9.4];
const spread = (x: number) => 0.85 * TRIED.reduce((product, tried) => product * (1 - Math.exp(-0.55 * (x - tried) ** 2)), 1);
const BEST = Math.min(...TRIED.map(mean));

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 416, 246);
  const sheet = axes(document, { ...FRAME }, { x: 'x', y: 'f' });
  svg.append(
    textElement(document, 'What to try next?', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(mean),
    sheet.curve((x) => mean(x) + spread(x), { stroke: 'var(--series-1)', 'stroke-width': '1', 'stroke-dasharray': '3 3' }),
    sheet.curve((x) => mean(x) - spread(x), { stroke: 'var(--series-1)', 'stroke-width': '1', 'stroke-dasharray': '3 3' }),
    sheet.curve(() => BEST, { stroke: 'currentColor', 'stroke-width': '1.2', 'stroke-dasharray': '6 4' }),
    formula(document, 'f^*', { x: 404, y: sheet.place(10, BEST)[1] + 4 }),
  );
  for (const tried of TRIED) {
    const [x, y] = sheet.place(tried, mean(tried));
    svg.append(svgElement(document, 'circle', { cx: x, cy: y, r: 4, fill: 'var(--series-1)' }));
  }
  for (const untried of [4.25, 7.2]) svg.append(belief(document, sheet.place, untried));
  return svg;
}

/** The bell on its side, and shaded what of it lies below the best score. */
function belief(document: Document, place: (x: number, y: number) => readonly [number, number], x: number): SVGElement {
  const [middle, sd] = [mean(x), Math.max(spread(x), 0.12)];
  const side = (y: number) => {
    const [px, py] = place(x, y);
    return `${px + (15 / sd) * Math.exp(-0.5 * ((y - middle) / sd) ** 2)},${py}`;
  };
  const from = Math.max(0.02, middle - 3 * sd);
  const to = Math.min(FRAME.y[1], middle + 3 * sd);
  const ys = (top: number) => Array.from({ length: 61 }, (_, index) => from + ((top - from) * index) / 60);
  const [foot, bottom] = place(x, from);
  const [, line] = place(x, BEST);
  return svgElement(
    document,
    'g',
    {},
    svgElement(document, 'path', {
      d: `M${foot},${bottom}L${ys(Math.min(BEST, to)).map(side).join('L')}L${foot},${line}Z`,
      fill: 'var(--series-2)',
      'fill-opacity': '0.45',
    }),
    svgElement(document, 'path', {
      d: `M${ys(to).map(side).join('L')}`,
      fill: 'none',
      stroke: 'var(--series-2)',
      'stroke-width': '1.5',
    }),
  );
}
