/**
 * Recorded figures go into the page as they are drawn, and there are many. This makes their SVG smaller without a visible
 * difference: coordinates relative and to a tenth of a pixel, points that lie on the line between their neighbors left out, marks
 * that look the same in one path.
 */
import simplify from 'simplify-js';
import { optimize, type CustomPlugin } from 'svgo';

/** How far a line may move, px. */
const TOLERANCE = 0.2;

/** `svg`: markup of one `<svg>` element. */
export function compactSvg(svg: string): string {
  return optimize(svg, {
    plugins: [
      fewerPoints,
      { name: 'convertShapeToPath', params: { convertArcs: true } },
      { name: 'convertPathData', params: { floatPrecision: 1 } },
      { name: 'convertTransform', params: { floatPrecision: 1 } },
      { name: 'cleanupNumericValues', params: { floatPrecision: 2 } },
      { name: 'mergePaths', params: { force: true, floatPrecision: 1 } },
    ],
  }).data;
}

/** Leaves out points of polylines, "M1,2L3,4L5,6"; curves and single segments stay as they are. */
const fewerPoints: CustomPlugin = {
  name: 'fewerPoints',
  fn: () => ({
    element: {
      enter({ name, attributes }) {
        const path = attributes['d'];
        if (name === 'path' && path !== undefined && /^[ML\d.,eZ-]+$/.test(path)) attributes['d'] = path.replace(/M[^MZ]+/g, simplified);
      },
    },
  }),
};

function simplified(polyline: string): string {
  const points = polyline
    .slice(1)
    .split('L')
    .map((pair) => pair.split(',').map(Number))
    .map(([x = NaN, y = NaN]) => ({ x, y }));
  if (points.length < 3) return polyline;
  return `M${simplify(points, TOLERANCE, true)
    .map(({ x, y }) => `${x},${y}`)
    .join('L')}`;
}
