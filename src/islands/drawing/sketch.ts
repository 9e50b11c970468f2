/**
 * Curves as lines without axes, for as long as what draws figures is still on its way: on a slow network it is the largest file of all,
 * and the reader can see long before it comes that networks learn.
 */
import { seriesStyle } from '../../figures/parts/seriesStyle.ts';
import { at, drawing, svgElement } from '../../figures/parts/svg.ts';

const MARGIN = 12;

/** Px, at least, of what is shown of it. */
export const SKETCH_HEIGHT = 240;

export interface SketchCurve {
  /** What tells it apart: its colour and dash. */
  series: number;
  x: readonly number[];
  y: readonly number[];
}

/** The curve of what stays as it is from point to point, as the best so far does until something better is found. */
export function stairs({ series, x, y }: SketchCurve): SketchCurve {
  return {
    series,
    x: x.flatMap((at, index) => (index === 0 ? [at] : [at, at])),
    y: y.flatMap((value, index) => (index === 0 ? [value] : [y[index - 1]!, value])),
  };
}

/** `size`: px. Undefined where no curve has two points yet. */
export function sketchCurves(
  document: Document,
  { curves, scale }: { curves: readonly SketchCurve[]; scale: 'linear' | 'log' },
  size: { width: number; height: number },
): SVGElement | undefined {
  const height = (value: number) => (scale === 'log' ? Math.log10(value) : value);
  const lines = curves.map(({ series, x, y }) => ({
    series,
    points: x.map((place, index) => [place, height(y[index]!)] as const).filter((point) => point.every(Number.isFinite)),
  }));
  const all = lines.flatMap(({ points }) => points);
  if (!lines.some(({ points }) => points.length > 1)) return undefined;
  const toX = placing(all.map(([x]) => x), MARGIN, size.width - MARGIN); // prettier-ignore
  const toY = placing(all.map(([, y]) => y), size.height - MARGIN, MARGIN); // prettier-ignore
  const svg = drawing(document, size.width, size.height);
  // What it shows is said in words beside it, and in the figure that takes its place.
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'figure-sketch');
  for (const { series, points } of lines) {
    const { color, dash } = seriesStyle(series);
    const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(toX(x), toY(y))}`).join('');
    svg.append(svgElement(document, 'path', { d, fill: 'none', style: `stroke:${color};stroke-dasharray:${dash}`, 'stroke-width': '2' }));
  }
  return svg;
}

function placing(values: readonly number[], from: number, to: number): (value: number) => number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return (value) => from + ((value - low) / (high - low || 1)) * (to - from);
}
