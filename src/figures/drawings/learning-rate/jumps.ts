/** Gradient descent on one parabola at four learning rates: creep, hit, jump over, fly out. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Four learning rates on one parabola';
export const description =
  'Four panels with the same parabola, each with the points that gradient descent visits. With ηλ = 0.2 the points creep down one side. With ηλ = 1 the second point is the minimum. ' +
  'With ηλ = 1.8 the points jump from side to side and come nearer. With ηλ = 2.2 they jump from side to side and climb out.';

const PANELS: { product: number; start: number; heading: string }[] = [
  { product: 0.2, start: -2.6, heading: 'creeps' },
  { product: 1, start: -2.6, heading: 'arrives in one step' },
  { product: 1.8, start: -2.6, heading: 'jumps over, comes nearer' },
  { product: 2.2, start: -1.2, heading: 'jumps over, flies out' },
];
const STEPS = 5;

export function draw(document: Document): SVGElement[] {
  return PANELS.map((panel) => onParabola(document, panel));
}

function onParabola(document: Document, { product, start, heading }: (typeof PANELS)[number]): SVGElement {
  const loss = (w: number) => w ** 2 / 2;
  const { curve, place } = axes(document, { left: 4, top: 52, width: 266, height: 120, x: [-3, 3], y: [-0.3, 4.5] });
  const visited: number[] = [start];
  while (visited.length <= STEPS) visited.push((1 - product) * (visited.at(-1) ?? start));
  const shown = visited.filter((w) => Math.abs(w) <= 3);
  const svg = drawing(document, 276, 178);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    formula(document, `ηλ = ${product}`, { x: 0, y: 36, fill: 'var(--fc-text-quiet)' }),
    curve(loss, { stroke: 'var(--fc-line-strong)' }),
    svgElement(document, 'path', {
      d: `M${shown.map((w) => at(...place(w, loss(w)))).join('L')}`,
      fill: 'none',
      stroke: 'var(--series-1)',
      'stroke-width': '1.3',
    }),
    ...shown.map((w, index) => {
      const [cx, cy] = place(w, loss(w));
      return svgElement(document, 'circle', {
        cx,
        cy,
        r: index === 0 ? 6 : 4,
        fill: index === 0 ? 'var(--fc-paper)' : 'var(--series-1)',
        stroke: 'var(--series-1)',
        'stroke-width': '2',
      });
    }),
  );
  return svg;
}
