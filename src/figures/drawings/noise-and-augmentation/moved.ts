/** One digit and five copies of it, each moved in another way. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'One digit, moved in five ways';
export const description =
  'Six squares with a handwritten four. The first is as it was drawn. The others are turned clockwise, slanted to the right, made smaller, shifted to the right and down, and bent, so that its strokes are wavy. All can still be read as a four.';

const CELL = 112;
const STROKES = [
  [
    [-0.24, -0.4],
    [-0.29, -0.14],
    [-0.32, 0.08],
    [0.02, 0.08],
    [0.36, 0.06],
  ],
  [
    [0.18, -0.34],
    [0.16, 0.05],
    [0.13, 0.44],
  ],
] as const;

type Map = (x: number, y: number) => readonly [number, number];

const turn = (degrees: number): Map => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return (x, y) => [c * x - s * y, s * x + c * y];
};
const WAYS: readonly (readonly [string, Map])[] = [
  ['as drawn', (x, y) => [x, y]],
  ['turned', turn(15)],
  ['slanted', (x, y) => [x - 0.3 * y, y]],
  ['resized', (x, y) => [0.8 * x, 0.8 * y]],
  ['shifted', (x, y) => [x + 0.14, y + 0.1]],
  ['bent', (x, y) => [x + 0.06 * Math.sin(7 * y), y + 0.05 * Math.sin(6 * x + 1)]],
];

export function draw(document: Document): SVGElement {
  const svg = drawing(document, 3 * CELL + 4, 2 * (CELL + 22));
  WAYS.forEach(([name, map], index) => {
    const left = (index % 3) * CELL + 2;
    const top = Math.floor(index / 3) * (CELL + 22);
    const side = CELL - 10;
    const place = (x: number, y: number) => {
      const [u, v] = map(x, y);
      return at(left + side * (0.5 + 0.85 * u), top + 18 + side * (0.5 + 0.85 * v));
    };
    svg.append(
      textElement(document, name, { x: left, y: top + 12, fill: 'var(--fc-text-quiet)' }),
      svgElement(document, 'rect', { x: left, y: top + 18, width: side, height: side, fill: 'none', stroke: 'var(--fc-line-strong)' }),
      ...STROKES.map((stroke) =>
        svgElement(document, 'path', {
          d: `M${dense(stroke)
            .map(([x, y]) => place(x, y))
            .join('L')}`,
          ...{
            fill: 'none',
            stroke: index === 0 ? 'var(--series-2)' : 'var(--series-1)',
            'stroke-width': '7',
            'stroke-linecap': 'round',
            'stroke-linejoin': 'round',
          },
        }),
      ),
    );
  });
  return svg;
}

/** More points between those of a stroke, so that it can bend. */
function dense(stroke: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return stroke.flatMap(([x, y], index) => {
    const next = stroke[index + 1];
    if (!next) return [[x, y] as const];
    return Array.from({ length: 8 }, (_, step) => [x + ((next[0] - x) * step) / 8, y + ((next[1] - y) * step) / 8] as const);
  });
}
