/** The same loss of two weights with a max norm and with an L2 penalty: two ways that end at the same weights. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'On a leash, and with a price';
export const description =
  'Two maps of two weights with ellipses of equal loss around the best weights. Left, a disk around the origin: steps of gradient descent run straight at the best weights until they leave the disk, ' +
  'then each step out is followed by one back to the edge, and they slide along it to the point at which an ellipse touches the disk. Right, without a disk but with an L2 penalty: a curve bends to the same point. ' +
  'A cross marks where the best weights would be put if they were pulled into the disk once, at the end: another point of the edge.';

const FRAME = { left: 8, top: 30, width: 270, height: 311, x: [-1.05, 1.6], y: [-1, 2.0525] } as const;
type Weights = readonly [number, number];
const BEST: Weights = [1, 1];
/** Mean squares of the features. */
const CURVATURES = [2, 0.5] as const;
const STRENGTH = 0.5;
/** Norm of the weights with L2: (0.8, 0.5). */
const LIMIT = Math.sqrt(0.89);
const START: Weights = [-0.45, -0.28];
const RATE = 0.1;
const STEPS = 40;
const LEVELS = [0.03, 0.205, 0.55];

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'max norm', true), panel(document, 'L2', false)];
}

function panel(document: Document, heading: string, constrained: boolean): SVGElement {
  const sheet = axes(document, FRAME, { x: 'w_1', y: 'w_2' });
  const svg = drawing(document, 290, 350);
  const corners = constrained ? projectedSteps() : penalizedSteps();
  const disk = { fill: 'var(--series-2)', 'fill-opacity': '0.18', stroke: 'var(--series-2)', 'stroke-width': '1.6' };
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...(constrained
      ? [
          svgElement(document, 'path', {
            d: line(
              sheet,
              around((angle) => [LIMIT * Math.cos(angle), LIMIT * Math.sin(angle)]),
            ),
            ...disk,
          }),
        ]
      : []),
    ...LEVELS.map((level) => ellipse(document, sheet, level)),
    sheet.element,
    svgElement(document, 'path', { d: line(sheet, corners), fill: 'none', stroke: 'var(--series-1)', 'stroke-width': '1.6', 'stroke-linejoin': 'round' }),
    dot(document, sheet, START, 'var(--fc-paper)'),
    dot(document, sheet, BEST, 'var(--fc-paper)', 'currentColor'),
    dot(document, sheet, corners.at(-1)!, 'var(--series-1)'),
    ...(constrained ? [cross(document, sheet, [LIMIT / Math.SQRT2, LIMIT / Math.SQRT2])] : []),
  );
  return svg;
}

/** Each step out of the disk, and the one back. */
function projectedSteps(): Weights[] {
  const corners: Weights[] = [START];
  let w = START;
  for (let step = 0; step < STEPS; step++) {
    const free: Weights = [next(w, 0, 0), next(w, 1, 0)];
    const norm = Math.hypot(...free);
    w = norm > LIMIT ? [(free[0] * LIMIT) / norm, (free[1] * LIMIT) / norm] : free;
    corners.push(free, w);
  }
  return corners;
}

function penalizedSteps(): Weights[] {
  const ways: Weights[] = [START];
  for (let step = 0; step < 2 * STEPS; step++) ways.push([next(ways.at(-1)!, 0, STRENGTH), next(ways.at(-1)!, 1, STRENGTH)]);
  return ways;
}

function next(w: Weights, index: 0 | 1, strength: number): number {
  return w[index] - RATE * 2 * (CURVATURES[index] * (w[index] - BEST[index]) + strength * w[index]);
}

function ellipse(document: Document, sheet: Axes, level: number): SVGElement {
  const points = around((angle) => [
    BEST[0] + Math.sqrt(level / CURVATURES[0]) * Math.cos(angle),
    BEST[1] + Math.sqrt(level / CURVATURES[1]) * Math.sin(angle),
  ]);
  return svgElement(document, 'path', { d: line(sheet, points), fill: 'none', stroke: 'var(--fc-line-strong)', 'stroke-width': '1' });
}

function around(point: (angle: number) => Weights): Weights[] {
  return Array.from({ length: 97 }, (_, index) => point((2 * Math.PI * index) / 96));
}

function line({ place }: Axes, points: readonly Weights[]): string {
  return `M${points.map(([x, y]) => at(...place(x, y))).join('L')}`;
}

function dot(document: Document, { place }: Axes, weights: Weights, fill: string, stroke = 'var(--series-1)'): SVGElement {
  const [cx, cy] = place(...weights);
  return svgElement(document, 'circle', { cx, cy, r: 4.2, fill, stroke, 'stroke-width': '1.6' });
}

function cross(document: Document, { place }: Axes, weights: Weights): SVGElement {
  const [x, y] = place(...weights);
  return svgElement(document, 'path', { d: `M${at(x - 4, y - 4)}l8,8M${at(x - 4, y + 4)}l8,-8`, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8' });
}
