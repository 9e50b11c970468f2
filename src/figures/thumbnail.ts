/** An experiment at a glance: its median curves without axes, small enough to stand in a list of all experiments. */
import type { ArmFigure, FigureData } from './data/figureData.ts';
import { seriesStyle } from './parts/seriesStyle.ts';

/** px */
export const THUMBNAIL = { width: 132, height: 84, margin: 4 } as const;

/** At most so many points of each curve are drawn. */
const POINTS = 32;

/** Markup of an `<svg>`, decoration without text. Curves of all facets share one frame; values that are not finite are left out. */
export function thumbnail(data: FigureData): string {
  const { width, height, margin } = THUMBNAIL;
  const curves = data.arms.map((arm) => ({ arm, points: pointsOf(arm, data) })).filter(({ points }) => points.length > 0);
  const all = curves.flatMap(({ points }) => points);
  const x = scale(
    all.map(([at]) => at),
    [margin, width - margin],
  );
  const y = scale(
    all.map(([, value]) => value),
    [height - margin, margin],
  );
  const paths = curves.map(({ arm, points }) => {
    const { color, dash } = seriesStyle(arm.series);
    const path = points.map(([at, value]) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L');
    return `<path d="M${path}" stroke="${color}" stroke-dasharray="${dash}"/>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none" stroke-width="1.6" stroke-linejoin="round" aria-hidden="true">${paths.join('')}</svg>`;
}

function pointsOf({ curve }: ArmFigure, { scale: kind, xScale }: FigureData): [number, number][] {
  const stride = Math.max(1, Math.ceil(curve.x.length / POINTS));
  const place = (value: number, on: 'linear' | 'log') => (on === 'log' ? Math.log10(value) : value);
  const points = curve.x.map((at, index): [number, number] => [place(at, xScale), place(curve.median[index] ?? NaN, kind)]);
  return points.filter(([at, value], index) => (index % stride === 0 || index === points.length - 1) && Number.isFinite(at) && Number.isFinite(value));
}

/** A domain of one value maps to the middle. */
function scale(values: number[], [from, to]: [number, number]): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return (value) => (high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2);
}
