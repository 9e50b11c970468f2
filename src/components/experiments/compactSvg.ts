/**
 * Recorded figures go into the page as they are drawn, and there are many. This makes their SVG smaller without a visible
 * difference: coordinates relative and to a tenth of a pixel, points that lie on the line between their neighbors left out, runs of
 * small marks that look the same (`data-mark`) in one path.
 */
import simplify from 'simplify-js';
import { optimize, type CustomPlugin } from 'svgo';

/** How far a line may move, px. */
const TOLERANCE = 0.35;

/** `svg`: markup of one `<svg>` element. */
export function compactSvg(svg: string): string {
  return optimize(svg, {
    plugins: [
      fewerPoints,
      circlesToPaths,
      { name: 'convertPathData', params: { floatPrecision: 1 } },
      { name: 'convertTransform', params: { floatPrecision: 1 } },
      { name: 'cleanupNumericValues', params: { floatPrecision: 2 } },
      mergedMarks,
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

const circlesToPaths: CustomPlugin = {
  name: 'circlesToPaths',
  fn: () => ({
    element: {
      enter(node) {
        if (node.name !== 'circle' || node.attributes['data-mark'] === undefined) return;
        const { cx = '0', cy = '0', r = '0', ...rest } = node.attributes;
        node.name = 'path';
        node.attributes = { ...rest, d: `M${Number(cx) - Number(r)},${cy}a${r},${r} 0 1 0 ${2 * Number(r)},0a${r},${r} 0 1 0 ${-2 * Number(r)},0z` };
      },
    },
  }),
};

const mergedMarks: CustomPlugin = {
  name: 'mergedMarks',
  fn: () => ({
    element: {
      exit(parent) {
        let last: { look: string; attributes: Record<string, string> } | undefined;
        parent.children = parent.children.filter((child) => {
          if (child.type !== 'element' || child.attributes['data-mark'] === undefined) {
            last = undefined;
            return true;
          }
          delete child.attributes['data-mark'];
          const { d = '', ...rest } = child.attributes;
          const look = JSON.stringify([child.name, rest]);
          if (last?.look === look) {
            last.attributes['d'] = `${last.attributes['d'] ?? ''}${fromAbsolute(d)}`;
            return false;
          }
          last = { look, attributes: child.attributes };
          return true;
        });
      },
    },
  }),
};

const NUMBER = String.raw`(-?(?:\d*\.\d+|\d+))`;
const FIRST_MOVE = new RegExp(String.raw`^m\s*${NUMBER}[\s,]*${NUMBER}[\s,]*(?=(.?))`);

/** A path may begin with a relative move, which counts from the origin; further pairs of it are relative lines. */
function fromAbsolute(d: string): string {
  return d.replace(FIRST_MOVE, (_, x: string, y: string, next: string) => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}`);
}
