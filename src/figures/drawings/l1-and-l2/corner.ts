/** Why L1 sets weights to zero: lines of equal loss around the best weights, and the set of weights whose penalty is as large as at the solution. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'A circle has no corners';
export const description =
  'Two maps of two weights, with ellipses of equal loss around the best weights. Left: a circle around the origin, the weights with an equal L2 penalty; the innermost ellipse that it touches touches it where both weights are not zero. ' +
  'Right: a diamond, the weights with an equal L1 penalty; an ellipse touches it first at its corner on the horizontal axis, where the second weight is zero.';

const FRAME = { left: 10, top: 30, width: 260, height: 214, x: [-1, 1.6], y: [-0.87, 1.27] } as const;
const BEST = [1.15, 0.6] as const;
/** Curvatures of the loss along the axes. */
const CURVATURES = [2, 0.5] as const;
const PENALTY = 0.5;
const LEVELS = [0.08, 0.25];

export function draw(document: Document): SVGElement[] {
  const shrunk = BEST.map((w, index) => (w * CURVATURES[index]!) / (CURVATURES[index]! + PENALTY)) as unknown as Weights;
  // More than the slope of the loss at w₂ = 0, 2 · ½ · 0.6, so that the second weight is zero.
  const strength = 0.75;
  const cut = BEST.map((w, index) => Math.max(0, w - strength / (2 * CURVATURES[index]!))) as unknown as Weights;
  return [panel(document, 'L2', shrunk, circle(shrunk)), panel(document, 'L1', cut, diamond(cut))];
}

type Weights = readonly [number, number];

function panel(document: Document, heading: string, solution: Weights, set: readonly Weights[]): SVGElement {
  const sheet = axes(document, FRAME, { x: 'w_1', y: 'w_2' });
  const svg = drawing(document, 280, 250);
  const through = CURVATURES[0] * (solution[0] - BEST[0]) ** 2 + CURVATURES[1] * (solution[1] - BEST[1]) ** 2;
  const outline = set.map(([x, y]) => at(...sheet.place(x, y))).join('L');
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    svgElement(document, 'path', { d: `M${outline}Z`, fill: 'var(--series-2)', 'fill-opacity': '0.18', stroke: 'var(--series-2)', 'stroke-width': '1.6' }),
    ...LEVELS.map((level) => ellipse(document, sheet, level, 'var(--fc-line-strong)', '1')),
    ellipse(document, sheet, through, 'var(--series-1)', '1.8'),
    sheet.element,
    dot(document, sheet.place(...BEST), 'var(--fc-paper)', 'currentColor'),
    dot(document, sheet.place(...solution), 'var(--series-1)', 'var(--series-1)'),
  );
  return svg;
}

function circle([x, y]: Weights): Weights[] {
  const radius = Math.hypot(x, y);
  return around((angle) => [radius * Math.cos(angle), radius * Math.sin(angle)]);
}

function diamond([x, y]: Weights): Weights[] {
  const reach = Math.abs(x) + Math.abs(y);
  return [
    [reach, 0],
    [0, reach],
    [-reach, 0],
    [0, -reach],
  ];
}

/** Where the loss exceeds its minimum by this much. */
function ellipse(document: Document, { place }: Axes, level: number, stroke: string, width: string): SVGElement {
  const points = around((angle) => [
    BEST[0] + Math.sqrt(level / CURVATURES[0]) * Math.cos(angle),
    BEST[1] + Math.sqrt(level / CURVATURES[1]) * Math.sin(angle),
  ]);
  return svgElement(document, 'path', { d: `M${points.map(([x, y]) => at(...place(x, y))).join('L')}Z`, fill: 'none', stroke, 'stroke-width': width });
}

function around(point: (angle: number) => Weights): Weights[] {
  return Array.from({ length: 90 }, (_, index) => point((2 * Math.PI * index) / 90));
}

function dot(document: Document, [cx, cy]: Weights, fill: string, stroke: string): SVGElement {
  return svgElement(document, 'circle', { cx, cy, r: 4.5, fill, stroke, 'stroke-width': '1.6' });
}
