/** A narrow valley: gradient descent goes from wall to wall, momentum along the floor. The same start and, for each, the first twelve updates. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'A ravine, without and with momentum';
export const description =
  'Two maps of one valley, curved 25 times as strongly across as along, with ellipses as lines of equal loss and the minimum in the middle. Left: twelve steps of plain gradient descent zigzag across the valley and have come little more than half of the way along it. ' +
  'Right: with momentum the steps across cancel and those along add up; twelve steps come nine tenths of the way.';

const CURVATURES = [1, 25] as const;
const START = [-4, 0.4] as const;
const STEPS = 12;
const LEVELS = [0.3, 1, 2.5, 5, 8.5];

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'Plain gradient descent', 0.0725, 0, 'var(--series-1)'), panel(document, 'With momentum', 0.06, 0.6, 'var(--series-2)')];
}

/** The weights that gradient descent with momentum visits, the start among them. */
function visited(rate: number, momentum: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [START];
  let [first, second]: readonly [number, number] = START;
  let [speedFirst, speedSecond] = [0, 0];
  for (let step = 0; step < STEPS; step++) {
    speedFirst = momentum * speedFirst - rate * CURVATURES[0] * first;
    speedSecond = momentum * speedSecond - rate * CURVATURES[1] * second;
    [first, second] = [first + speedFirst, second + speedSecond];
    points.push([first, second]);
  }
  return points;
}

function panel(document: Document, heading: string, rate: number, momentum: number, color: string): SVGElement {
  const frame = axes(document, { left: 4, top: 28, width: 270, height: 124, x: [-4.6, 2], y: [-1, 1] });
  const points = visited(rate, momentum);
  const svg = drawing(document, 278, 158);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...LEVELS.map((level) => ellipse(document, frame, level)),
    svgElement(document, 'path', { d: `M${points.map(([x, y]) => at(...frame.place(x, y))).join('L')}`, fill: 'none', stroke: color, 'stroke-width': '1.6' }),
    ...points.map(([x, y], index) => {
      const [cx, cy] = frame.place(x, y);
      return svgElement(document, 'circle', {
        cx,
        cy,
        r: index === 0 ? 5 : 3,
        fill: index === 0 ? 'var(--fc-paper)' : color,
        stroke: color,
        'stroke-width': '1.6',
      });
    }),
    cross(document, frame),
  );
  return svg;
}

/** Where the loss has this level, as far as it lies on the sheet. */
function ellipse(document: Document, { curve }: Axes, level: number): SVGElement {
  const half = (sign: number) => (x: number) => sign * Math.sqrt((2 * level - CURVATURES[0] * x ** 2) / CURVATURES[1]);
  const reach = Math.sqrt((2 * level) / CURVATURES[0]);
  const look = { stroke: 'var(--fc-line-strong)', 'stroke-width': '1', from: Math.max(-4.6, -reach), to: Math.min(2, reach) };
  return svgElement(document, 'g', {}, curve(half(1), look), curve(half(-1), look));
}

function cross(document: Document, { place }: Axes): SVGElement {
  const [x, y] = place(0, 0);
  return svgElement(document, 'path', { d: `M${at(x - 5, y)}h10M${at(x, y - 5)}v10`, stroke: 'currentColor', 'stroke-width': '2', fill: 'none' });
}
