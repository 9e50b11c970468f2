/** What a curve is in a panel: its scales, its points, band, line and present place. */
import * as Plot from '@observablehq/plot';
import type { ArmFigure, FigureData } from '../../data/figureData.ts';
import { formatCount, formatNumber } from '../../../words/format.ts';
import { lineTips } from '../../tips/lineTips.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import { valueScale, type ValueScale } from '../../parts/ticks.ts';
import { X_NAMES } from '../../data/xNames.ts';
import { xScale, type XScale } from '../../parts/xScale.ts';

export interface Scales {
  x: XScale;
  y: ValueScale;
}

/** All panels share their scales, so that they compare. */
export function sharedScales(data: FigureData): Scales {
  const sane = data.arms.filter((arm) => !arm.runs.some((run) => run.ending === 'diverged'));
  // A diverging arm leaves the picture rather than flattening all others.
  const shown = sane.length > 0 ? sane : data.arms;
  const values = shown.flatMap((arm) => [...arm.curve.median, ...(arm.curve.low ?? []), ...(arm.curve.high ?? [])]);
  return { x: xScale(data), y: valueScale(values, data.scale) };
}

/** Band and line; `opacity` of the band. */
export function curveMarks(data: FigureData, arm: ArmFigure, scales: Scales, opacity: number): Plot.Markish[] {
  const { color, dash } = seriesStyle(arm.series);
  const points = pointsOf(arm, scales);
  return [
    ...(arm.curve.low ? [Plot.areaY(points, { x: 'x', y1: 'low', y2: 'high', fill: color, fillOpacity: opacity, clip: true })] : []),
    Plot.line(points, { x: 'x', y: 'median', stroke: color, strokeDasharray: dash, strokeWidth: 1.8, clip: true, ...tips(data, arm, points) }),
  ];
}

/** One for each point of the curve; not a number is what has no place in the panel. */
export function pointsOf(arm: ArmFigure, scales: Scales) {
  const { x, median, low, high } = arm.curve;
  const has = (scale: 'linear' | 'log', value: number) => Number.isFinite(value) && (scale === 'linear' || value > 0);
  return x.map((at, index) => {
    const drawable = (value: number | undefined = NaN) => {
      const held = isOnEdge(scales.y, value) ? scales.y.domain[0] : value;
      return has(scales.x.type, at) && has(scales.y.type, held) ? held : NaN;
    };
    return { x: at, median: drawable(median[index]), low: drawable(low?.[index]), high: drawable(high?.[index]), told: median[index] ?? NaN };
  });
}

/** A loss of exactly 0 is not missing: it lies on the lower edge of a logarithmic scale. */
export function isOnEdge({ type }: ValueScale, value: number): boolean {
  return type === 'log' && value === 0;
}

function tips(data: FigureData, arm: ArmFigure, points: ReturnType<typeof pointsOf>) {
  const drawn = points.filter(({ median }) => !Number.isNaN(median));
  return lineTips(
    data.series.labels[arm.series] ?? '',
    X_NAMES[data.x],
    drawn.map(({ x }) => formatCount(x)),
    drawn.map(({ told }) => formatNumber(told, 4)),
  );
}

/** Where each curve is at the moment that the figures show, if that is not the end. */
export function presentMarks(data: FigureData, arms: ArmFigure[], scales: Scales): Plot.Markish[] {
  const { step } = data;
  if (step === undefined) return [];
  return arms.map((arm) => {
    const point = pointsOf(arm, scales).findLast(({ median }, index) => (arm.curve.step[index] ?? Infinity) <= step && !Number.isNaN(median));
    return Plot.dot(point ? [point] : [], { x: 'x', y: 'median', r: 4, fill: seriesStyle(arm.series).color, stroke: 'var(--fc-paper)', strokeWidth: 1.5 });
  });
}

export function lastDrawn(arm: ArmFigure, scales: Scales): { x: number; y: number } {
  const points = pointsOf(arm, scales).filter((point) => !Number.isNaN(point.median));
  const last = points.at(-1);
  const [low, high] = scales.y.domain;
  return last ? { x: last.x, y: Math.min(Math.max(last.median, low), high) } : { x: NaN, y: NaN };
}
