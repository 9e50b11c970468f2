/** What the examples of a data set look like: points of the plane by class or by the number to predict, the number over the first feature, or pictures. */
import { HEAT_LEVELS } from './kinds/heatmap.ts';
import { pictureUri, drawing, svgElement } from './parts/svg.ts';
import { seriesStyle } from './parts/seriesStyle.ts';

/** Row-major, as data sets give them. */
export interface PicturedExamples {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  features: number;
  /** 0 in regression. */
  classes: number;
  image?: { width: number; height: number };
}

/** Px: a side of the picture. */
const SIDE = 240;
const MARGIN = 12;
/** Points that are drawn at most. */
const MOST = 500;
/** Pictures in a row and in a column. */
const GRID = 4;
const SHADES = 15;

/** `name`: of the data set. */
export function examplesPicture(examples: PicturedExamples, name: string, document: Document): SVGElement {
  const svg = drawing(document, SIDE, SIDE);
  svg.setAttribute('class', 'examples-picture');
  svg.setAttribute('role', 'img');
  const { image, features, classes } = examples;
  const what = image
    ? `${GRID * GRID} examples as pictures`
    : classes > 0
      ? 'points by class'
      : features === 1
        ? 'label over feature'
        : 'points, coloured by label';
  svg.setAttribute('aria-label', `${name}: ${what}`);
  if (image) svg.append(pictures(examples, image, document));
  else svg.append(...points(examples, document));
  return svg;
}

/** All in one picture, dark on light as on paper. */
function pictures({ x, features }: PicturedExamples, { width, height }: { width: number; height: number }, document: Document): SVGElement {
  const level = (row: number, column: number) => {
    const example = Math.floor(row / height) * GRID + Math.floor(column / width);
    return Math.round((SHADES - 1) * Number(x[example * features + (row % height) * width + (column % width)]));
  };
  const palette = Array.from({ length: SHADES }, (_, shade) => Array<number>(3).fill(Math.round(255 * (1 - shade / (SHADES - 1)))));
  const href = pictureUri(GRID * width, GRID * height, level, palette);
  return svgElement(document, 'image', { x: 0, y: 0, width: SIDE, height: SIDE, 'image-rendering': 'pixelated', href });
}

function points({ x, y, features, classes }: PicturedExamples, document: Document): SVGElement[] {
  const count = Math.min(y.length, MOST);
  const all = (at: (row: number) => number) => Array.from({ length: count }, (_, row) => at(row));
  const across = all((row) => x[row * features]!);
  const isPlane = features === 2;
  const up = isPlane ? all((row) => x[row * features + 1]!) : all((row) => y[row]!);
  const [toX, toY] = [scale(across, MARGIN, SIDE - MARGIN), scale(up, SIDE - MARGIN, MARGIN)];
  const shade = scale(
    all((row) => y[row]!),
    1,
    HEAT_LEVELS,
  );
  const colorOf = (row: number) => (classes > 0 ? seriesStyle(y[row]!).color : isPlane ? `var(--heat-${Math.round(shade(y[row]!))})` : seriesStyle(0).color);
  return all((row) => row).map((row) => {
    const place = [toX(across[row]!), toY(up[row]!)] as const;
    const look = { fill: colorOf(row), stroke: isPlane && classes === 0 ? 'currentColor' : undefined, 'stroke-width': '0.3' };
    // Told apart without colour as well: discs, and squares.
    if (classes > 0 && y[row]! % 2 === 1) return svgElement(document, 'rect', { x: place[0] - 2.2, y: place[1] - 2.2, width: 4.4, height: 4.4, ...look });
    return svgElement(document, 'circle', { cx: place[0], cy: place[1], r: isPlane && classes === 0 ? 4 : 2.4, ...look });
  });
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => from + ((value - low) / (high - low || 1)) * (to - from);
}
