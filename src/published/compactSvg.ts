/**
 * Recorded figures go into the page as they are drawn, and there are many. This makes their SVG smaller without a visible
 * difference: coordinates relative and to a tenth of a pixel, points that lie on the line between their neighbors left out, runs of
 * small marks that look the same (`data-mark`) in one path.
 */
import simplify from 'simplify-js';
import { optimize, type CustomPlugin } from 'svgo';

/** How far a line may move, and the edge of a shaded area, px; edges of areas are on half pixels. */
const TOLERANCE = { line: 0.35, edge: 0.8 };

/** Symbols have fewer points than areas. */
const AREA_POINTS = 12;

/** All that a figure draws. `html`: its markup. */
export function compactFigure(html: string): string {
  return html.replace(/<svg [\s\S]*?<\/svg>/g, compactSvg);
}

/** `svg`: markup of one `<svg>` element. */
export function compactSvg(svg: string): string {
  return optimize(svg, {
    plugins: [
      knownSize,
      fewerPoints,
      circlesToPaths,
      { name: 'convertPathData', params: { floatPrecision: 1 } },
      { name: 'convertTransform', params: { floatPrecision: 1 } },
      { name: 'cleanupNumericValues', params: { floatPrecision: 2 } },
      mergedMarks,
    ],
  }).data;
}

/** The place that a figure takes up is known before it is laid out (offscreen.css). */
const knownSize: CustomPlugin = {
  name: 'knownSize',
  fn: () => ({
    element: {
      enter({ name, attributes }) {
        const { width, height } = attributes;
        if (name === 'svg' && width !== undefined && height !== undefined)
          attributes['style'] = [attributes['style'], `--own-width:${width}px`, `aspect-ratio:${width}/${height}`].filter(Boolean).join(';');
      },
    },
  }),
};

/** Leaves out points of polylines, "M1,2L3,4L5,6"; curves and single segments stay as they are. */
const fewerPoints: CustomPlugin = {
  name: 'fewerPoints',
  fn: () => ({
    element: {
      enter({ name, attributes }) {
        const path = attributes['d'];
        if (name === 'path' && path !== undefined && /^[ML\d.,eZ-]+$/.test(path)) attributes['d'] = path.replace(/M[^MZ]+Z?/g, simplified);
      },
    },
  }),
};

function simplified(polyline: string): string {
  const isClosed = polyline.endsWith('Z');
  const points = polyline
    .slice(1, isClosed ? -1 : undefined)
    .split('L')
    .map((pair) => pair.split(',').map(Number))
    .map(([x = NaN, y = NaN]) => ({ x, y }));
  if (points.length < 3) return polyline;
  const isArea = isClosed && points.length >= AREA_POINTS;
  const onGrid = (pixels: number) => (isArea ? Math.round(pixels * 2) / 2 : pixels);
  return `M${simplify(points, isArea ? TOLERANCE.edge : TOLERANCE.line, true)
    .map(({ x, y }) => `${onGrid(x)},${onGrid(y)}`)
    .join('L')}${isClosed ? 'Z' : ''}`;
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
        const runs: { look: string; attributes: Record<string, string>; paths: string[] }[] = [];
        let run: (typeof runs)[number] | undefined;
        parent.children = parent.children.filter((child) => {
          if (child.type !== 'element' || child.attributes['data-mark'] === undefined) {
            run = undefined;
            return true;
          }
          delete child.attributes['data-mark'];
          const { d = '', ...rest } = child.attributes;
          const look = JSON.stringify([child.name, rest]);
          const goesOn = run?.look === look;
          if (!goesOn) runs.push((run = { look, attributes: child.attributes, paths: [] }));
          run?.paths.push(d);
          return !goesOn;
        });
        for (const { attributes, paths } of runs) if (paths.length > 1) attributes['d'] = onePath(paths);
      },
    },
  }),
};

const NUMBER = String.raw`(-?(?:\d*\.\d+|\d+))`;
const FIRST_MOVE = new RegExp(String.raw`^m\s*${NUMBER}[\s,]*${NUMBER}[\s,]*(.*)$`, 'i');

/** From left to right, each from the one before it, if that ends where it began: small numbers, which compress well. */
function onePath(paths: string[]): string {
  const marks = paths.map((path) => {
    const [, x = '', y = '', rest = ''] = FIRST_MOVE.exec(path) ?? [];
    // A path may begin with a relative move, which counts from the origin; further pairs of it are relative lines.
    const isLine = /^[-\d.]/.test(rest);
    return { x: tenths(x), y: tenths(y), rest: `${isLine ? (path.startsWith('m') ? 'l' : 'L') : ''}${rest}` };
  });
  // Closed, or a circle.
  if (!marks.every(({ rest }) => /z$/i.test(rest) || rest.startsWith('a'))) return marks.map(({ x, y, rest }) => `M${x / 10} ${y / 10}${rest}`).join('');
  marks.sort((one, other) => one.x - other.x || one.y - other.y);
  return marks.map(({ x, y, rest }, index) => `m${(x - (marks[index - 1]?.x ?? 0)) / 10} ${(y - (marks[index - 1]?.y ?? 0)) / 10}${rest}`).join('');
}

function tenths(pixels: string): number {
  return Math.round(Number(pixels) * 10);
}
