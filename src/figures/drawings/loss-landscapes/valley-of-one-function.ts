/** All pairs w, v with wv = 1 compute the same; the valley that they form is wide at (1, 1) and narrow at (4, ¼). */
import * as Plot from '@observablehq/plot';
import { drawing, textElement } from '../../parts/svg.ts';
import { plotParts } from '../parts/plotParts.ts';

export const title = 'One function, many sharpnesses';
export const description =
  'A map of the loss, w times v minus one, squared, over w from 0 to 5 and v from 0 to 3. The minima form a hyperbola. Two circles of the same size are drawn around two of its points. ' +
  'At w = 1 and v = 1 the circle lies in pale colours; at w = 4 and v = one quarter, where the valley is narrow, it reaches far up both walls.';

const [X, Y] = [
  [0, 5],
  [0, 3],
] as const;
const POINTS = 100;
const BANDS = [-1e30, 0.02, 0.1, 0.3, 0.8, 2, 5, 12, 30];
const HYPERBOLA = Array.from({ length: 140 }, (_, index) => 0.334 + (4.666 * index) / 139).map((w) => [w, 1 / w]);
const CIRCLES = [
  [1, 1],
  [4, 0.25],
].flatMap(([w, v], series) =>
  Array.from({ length: 61 }, (_, index) => {
    const turn = (2 * Math.PI * index) / 60;
    return { w: w! + 0.24 * Math.cos(turn), v: v! + 0.24 * Math.sin(turn), series };
  }),
);

export function draw(document: Document): SVGElement {
  const [width, height] = [412, 276];
  const values = Array.from({ length: POINTS * POINTS }, (_, index) => {
    const [w, v] = [(X[1] * ((index % POINTS) + 0.5)) / POINTS, (Y[1] * (Math.floor(index / POINTS) + 0.5)) / POINTS];
    return (w * v - 1) ** 2;
  });
  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: 24,
    marginTop: 24,
    marginRight: 8,
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
      Plot.line(HYPERBOLA, { x: '0', y: '1', stroke: 'var(--series-2)', strokeWidth: 2, clip: true }),
      Plot.line(CIRCLES, { x: 'w', y: 'v', z: 'series', stroke: 'var(--fc-ink)', strokeWidth: 2 }),
      Plot.text(
        [
          { w: 1.35, v: 1.12, text: 'curvature 4' },
          { w: 3.55, v: 0.72, text: 'curvature 32.1' },
        ],
        {
          x: 'w',
          y: 'v',
          text: 'text',
          textAnchor: 'start',
          fill: 'var(--fc-ink)',
          stroke: 'var(--fc-paper)',
          strokeWidth: 4,
          fontSize: 13,
        },
      ),
    ],
  }) as unknown as SVGElement;
  const svg = drawing(document, width, height);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const [across, down] = [(w: number) => 24 + ((width - 32) * w) / X[1], (v: number) => height - 28 - ((height - 52) * v) / Y[1]];
  svg.append(
    ...plotParts(plot),
    textElement(document, '↑ v', { x: 4, y: 15 }),
    textElement(document, 'w →', { x: width - 8, y: height - 8, 'text-anchor': 'end' }),
    ...[1, 2, 3, 4].map((w) => textElement(document, String(w), { x: across(w), y: height - 10, 'text-anchor': 'middle', ...quiet })),
    ...[1, 2].map((v) => textElement(document, String(v), { x: 16, y: down(v) + 4, 'text-anchor': 'end', ...quiet })),
  );
  return svg;
}
