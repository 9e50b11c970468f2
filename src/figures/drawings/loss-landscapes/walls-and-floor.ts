/** Beale's function as a map, and how steep it is along one cut: walls and a floor whose slopes differ by powers of ten. */
import * as Plot from '@observablehq/plot';
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { plotParts } from '../parts/plotParts.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Walls and a floor';
export const description =
  'First a map of Beale’s function. A long flat floor runs through its middle and bends towards the minimum at 3 and one half; in the corners the function rises to many thousands. ' +
  'Then the length of the gradient along the vertical line through the minimum, on a logarithmic scale. It is above 1,000 at both ends, about 10 over most of the stretch between −1 and 0.7, and falls to zero at the minimum.';

const [X, Y] = [
  [-1, 4.5],
  [-2, 2],
] as const;
const POINTS = 90;
const FRAME = { left: 34, top: 26, width: 320, height: 210, x: [-2, 2], y: [-2, 5] } as const;
const BANDS = [-1e30, 0.1, 0.5, 2, 6, 14, 50, 300, 3000];

export function draw(document: Document): SVGElement[] {
  return [map(document), steepness(document)];
}

function beale(x: number, y: number): { value: number; slope: number } {
  let [value, gx, gy] = [0, 0, 0];
  [1.5, 2.25, 2.625].forEach((c, index) => {
    const i = index + 1;
    const r = c - x + x * y ** i;
    value += r * r;
    gx += 2 * r * (y ** i - 1);
    gy += 2 * r * i * x * y ** (i - 1);
  });
  return { value, slope: Math.hypot(gx, gy) };
}

function map(document: Document): SVGElement {
  const [width, height] = [360, 262];
  const values = Array.from({ length: POINTS * POINTS }, (_, index) => {
    const [column, row] = [index % POINTS, Math.floor(index / POINTS)];
    return beale(X[0] + ((X[1] - X[0]) * (column + 0.5)) / POINTS, Y[0] + ((Y[1] - Y[0]) * (row + 0.5)) / POINTS).value;
  });
  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: 30,
    marginTop: 22,
    marginRight: 6,
    marginBottom: 28,
    x: { domain: X, axis: null },
    y: { domain: Y, axis: null },
    marks: [
      ...BANDS.map((from, level) =>
        Plot.contour(values, {
          width: POINTS,
          height: POINTS,
          x1: X[0],
          x2: X[1],
          y1: Y[0],
          y2: Y[1],
          value: (v: number) => v,
          thresholds: [from],
          fill: `var(--heat-${level + 1})`,
          clip: true,
        }),
      ),
      Plot.ruleX([3], { stroke: 'var(--series-2)', strokeDasharray: '3 3' }),
      Plot.dot([[3, 0.5]], { x: '0', y: '1', r: 4, fill: 'var(--series-2)', stroke: 'var(--fc-paper)' }),
    ],
  }) as unknown as SVGElement;
  const svg = drawing(document, width, height);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const [across, down] = [
    (x: number) => 30 + ((width - 36) * (x - X[0])) / (X[1] - X[0]),
    (y: number) => height - 28 - ((height - 50) * (y - Y[0])) / (Y[1] - Y[0]),
  ];
  svg.append(
    ...plotParts(plot),
    textElement(document, 'f(x, y); the stronger the color, the higher', { x: 0, y: 13, ...quiet }),
    ...[0, 2, 4].map((x) => textElement(document, String(x), { x: across(x), y: height - 10, 'text-anchor': 'middle', ...quiet })),
    ...[-1, 0, 1].map((y) => textElement(document, String(y).replace('-', '−'), { x: 24, y: down(y) + 4, 'text-anchor': 'end', ...quiet })),
  );
  return svg;
}

function steepness(document: Document): SVGElement {
  const svg = drawing(document, 370, 262);
  const sheet = axes(document, FRAME, { xTicks: [-1, 1, 2] });
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(
    sheet.element,
    ...[-1, 1, 3].map((power) => textElement(document, (10 ** power).toLocaleString('en'), { x: 2, y: sheet.place(0, power)[1] + 4, ...quiet })),
    ...[-1, 1, 3].map((power) =>
      svgElement(document, 'path', { d: `M${FRAME.left} ${sheet.place(0, power)[1]}h${FRAME.width}`, stroke: 'var(--fc-line)', fill: 'none' }),
    ),
    sheet.curve((y) => Math.max(FRAME.y[0], Math.log10(beale(3, y).slope))),
    textElement(document, 'length of the gradient on the cut x = 3', { x: 0, y: 13, ...quiet }),
    textElement(document, 'y', { x: FRAME.left + FRAME.width, y: 254, 'text-anchor': 'end', ...quiet }),
  );
  return svg;
}
