/** The loss of one weight and a bias as the feature comes: far from zero, between 0 and 1, standardized; and eight steps of gradient descent at the best rate of each. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'A gorge, a valley, a bowl';
export const description =
  'Three maps of a weight and a bias, with lines of equal loss around the best pair in the middle, and eight steps of gradient descent. For a feature of mean 3 and deviation 1 the lines are a narrow, slanting gorge in which the steps jump from wall to wall and hardly come nearer. ' +
  'For a feature between 0 and 1 they are slanting ellipses, and the steps come nearer in a zigzag. For a standardized feature they are circles, and the first step arrives.';

const PANELS = [
  { heading: 'mean 3, deviation 1', mean: 3, deviation: 1 },
  { heading: 'between 0 and 1', mean: 0.5, deviation: 0.5 },
  { heading: 'standardized', mean: 0, deviation: 1 },
];
const FRAME = { left: 6, top: 28, width: 200, height: 180, x: [-1.1, 1.1], y: [-1, 1] } as const;
const START = [0.35, 0.8] as const;
const STEPS = 8;
const LEVELS = [0.05, 0.2, 0.45, 0.8];

type Pair = readonly [number, number];
/** Mean square of the feature, its mean, and 1: the entries of S. */
type Bowl = readonly [number, number, number];

export function draw(document: Document): SVGElement[] {
  return PANELS.map(({ heading, mean, deviation }) => {
    const bowl: Bowl = [mean ** 2 + deviation ** 2, mean, 1];
    const sheet = axes(document, FRAME, { x: 'w', y: 'b' });
    const svg = drawing(document, 214, 212);
    const visited = descend(bowl);
    svg.append(
      textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
      ...LEVELS.map((level) => contour(document, sheet, bowl, level)),
      sheet.element,
      svgElement(document, 'path', {
        d: `M${visited.map((pair) => at(...sheet.place(...pair))).join('L')}`,
        fill: 'none',
        stroke: 'var(--series-1)',
        'stroke-width': '1.3',
      }),
      ...visited.map((pair, index) => {
        const [cx, cy] = sheet.place(...pair);
        return svgElement(document, 'circle', {
          cx,
          cy,
          r: index === 0 ? 5 : 3,
          fill: index === 0 ? 'var(--fc-paper)' : 'var(--series-1)',
          stroke: 'var(--series-1)',
          'stroke-width': '1.6',
        });
      }),
    );
    return svg;
  });
}

/** At the rate that is best for both eigenvalues, 1/(s₁ + s₂); their sum is that of the diagonal. */
function descend([square, mean, one]: Bowl): Pair[] {
  const rate = 1 / (square + one);
  const visited: Pair[] = [START];
  let [w, b]: Pair = START;
  for (let step = 0; step < STEPS; step++) {
    [w, b] = [w - 2 * rate * (square * w + mean * b), b - 2 * rate * (mean * w + one * b)];
    visited.push([w, b]);
  }
  return visited;
}

/** Where the loss exceeds its minimum by this much, as far as it lies within the frame: along each angle the loss grows with the square of the distance. */
function contour(document: Document, { place }: Axes, [square, mean, one]: Bowl, level: number): SVGElement {
  let d = '';
  let inside = false;
  for (let index = 0; index <= 720; index++) {
    const angle = (2 * Math.PI * index) / 720;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const distance = Math.sqrt(level / (square * x * x + 2 * mean * x * y + one * y * y));
    const fits = Math.abs(distance * x) <= FRAME.x[1] && Math.abs(distance * y) <= FRAME.y[1];
    if (fits) d += `${inside ? 'L' : 'M'}${at(...place(distance * x, distance * y))}`;
    inside = fits;
  }
  return svgElement(document, 'path', { d, fill: 'none', stroke: 'var(--fc-line-strong)', 'stroke-width': '1' });
}
